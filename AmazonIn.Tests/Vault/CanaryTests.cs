using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Vault;

/// <summary>Looks for personal data in the raw bytes of every file that an import leaves behind.</summary>
public sealed class CanaryTests() : SellerTests(DatabaseProvider.Sqlite)
{
    [Fact]
    [Trait("Row", "X1")]
    [Trait("Row", "U3")]
    public async Task No_personal_data_is_readable_in_any_file_after_an_import()
    {
        await ImportAsync();

        var files = DataFiles.Of(Database);
        Assert.Contains(files.Keys, name => name == "amazonin.db-wal");
        Assert.Contains(files.Keys, name => name == "keys.db-wal");
        Assert.All(files, file => Assert.False(DataFiles.Holds(file.Value, ACanary.Mark), $"{file.Key} holds personal data."));
        Assert.All(files, file => Assert.False(DataFiles.Holds(file.Value, ACanary.PostalCode), $"{file.Key} holds a postal code."));
    }

    [Fact]
    public async Task Search_would_find_personal_data_if_there_were_any()
    {
        await ImportAsync();
        await using (var db = Database.Open())
        {
            var order = await db.SalesOrders.SingleAsync(Cancelled);
            await db.OrderComments.Where(comment => comment.SalesOrderId == order.Id).ExecuteUpdateAsync(
                set => set.SetProperty(comment => comment.Text, $"{ACanary.Mark}-name"), Cancelled);
        }

        Assert.Contains(DataFiles.Of(Database).Values, bytes => DataFiles.Holds(bytes, ACanary.Mark));
        Assert.Contains(DataFiles.Of(Database).Values, bytes => DataFiles.Holds(bytes, "403-1234567-1234567"));
    }

    [Fact]
    public async Task Deleted_rows_are_overwritten()
    {
        await ImportAsync();
        byte[] ciphertext;
        byte[] wrapped;
        await using (var db = Database.Open())
        await using (var keys = Database.OpenKeys())
        {
            ciphertext = (await db.SealedContacts.SingleAsync(Cancelled)).Ciphertext;
            wrapped = (await keys.DataKeys.SingleAsync(Cancelled)).Wrapped;
            Assert.Contains(DataFiles.Of(Database).Values, bytes => DataFiles.Holds(bytes, ciphertext));
            Assert.Contains(DataFiles.Of(Database).Values, bytes => DataFiles.Holds(bytes, wrapped));

            await db.SealedContacts.ExecuteDeleteAsync(Cancelled);
            await keys.DataKeys.ExecuteDeleteAsync(Cancelled);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
            await keys.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
        }

        Assert.DoesNotContain(DataFiles.Of(Database).Values, bytes => DataFiles.Holds(bytes, ciphertext));
        Assert.DoesNotContain(DataFiles.Of(Database).Values, bytes => DataFiles.Holds(bytes, wrapped));
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task Expired_contact_is_never_written()
    {
        var old = AnAmazonOrder.Ordered.AddDays(-60);
        await ImportAsync(AnAmazonOrder.Shipped(on: old) with { CreatedAt = old.AddDays(-1), Contact = ACanary.Contact });

        await using var db = Database.Open();
        Assert.Empty(await db.SealedContacts.ToListAsync(Cancelled));
        await using var keys = Database.OpenKeys();
        Assert.Empty(await keys.DataKeys.ToListAsync(Cancelled));
        Assert.Null(await Database.Get<IContactVault>().OpenAsync(Channel.Id, "403-1234567-1234567", Cancelled));
    }

    private Task ImportAsync() => ImportAsync(ACanary.Order);

    private async Task ImportAsync(MarketplaceOrder order)
    {
        var run = await TakenAsync(SyncModule.Orders);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, Channel, context).ImportAsync(order);
    }
}
