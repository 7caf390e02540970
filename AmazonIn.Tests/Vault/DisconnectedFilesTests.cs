using System.Text;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Vault;

/// <summary>Looks in the raw bytes of every file for what a disconnected channel must not leave behind.</summary>
public sealed class DisconnectedFilesTests() : SellerTests(DatabaseProvider.Sqlite)
{
    [Fact]
    [Trait("Row", "D3")]
    public async Task Neither_credentials_nor_keys_nor_contacts_are_left_in_any_file()
    {
        var run = await TakenAsync(SyncModule.Orders);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, Channel, context).ImportAsync(AnAmazonOrder.Unshipped());
        var secrets = await SecretsAsync();
        Assert.All(secrets, secret => Assert.Contains(DataFiles.Of(Database).Values, file => DataFiles.Holds(file, secret)));
        Assert.DoesNotContain(DataFiles.Of(Database).Values, file => DataFiles.Holds(file, Encoding.UTF8.GetBytes("Atzr|A1DEMOSELLERIN")));

        Channel.Disconnect();
        await Database.Get<IChannelStore>().SaveAsync(Channel, null, Cancelled);
        await Database.Get<IChannelRemoval>().RemoveAsync(Channel.Id, Cancelled);

        foreach (var (name, file) in DataFiles.Of(Database))
        {
            Assert.All(secrets, secret => Assert.False(DataFiles.Holds(file, secret), $"{name} still holds it."));
        }

        Assert.Null(await Database.Get<IContactVault>().OpenAsync(Channel.Id, "403-1234567-1234567", Cancelled));
        Assert.Contains(DataFiles.Of(Database).Values, file => DataFiles.Holds(file, Encoding.UTF8.GetBytes("403-1234567-1234567")));
    }

    // The wrapped key, the sealed contact, the protected token, and the mark that would know the buyer again.
    private async Task<List<byte[]>> SecretsAsync()
    {
        await using var db = Database.Open();
        await using var keys = Database.OpenKeys();
        return
        [
            (await keys.DataKeys.SingleAsync(Cancelled)).Wrapped,
            (await db.SealedContacts.SingleAsync(Cancelled)).Ciphertext,
            Encoding.UTF8.GetBytes((await db.ChannelCredentials.SingleAsync(Cancelled)).ProtectedToken),
            Encoding.UTF8.GetBytes((await db.Customers.SingleAsync(Cancelled)).BuyerKey!),
        ];
    }
}
