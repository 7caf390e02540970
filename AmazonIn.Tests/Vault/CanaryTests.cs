using System.Text;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Vault;

/// <summary>Looks for personal data in the raw bytes of every file that an import leaves behind.</summary>
public sealed class CanaryTests() : SellerTests(DatabaseProvider.Sqlite)
{
    private const string Marker = "CANARY7Q";

    [Fact]
    [Trait("Row", "X1")]
    [Trait("Row", "U3")]
    public async Task No_personal_data_is_readable_in_any_file_after_an_import()
    {
        await ImportAsync();

        var files = Files();
        Assert.Contains(files.Keys, name => name == "amazonin.db-wal");
        Assert.Contains(files.Keys, name => name == "keys.db-wal");
        Assert.All(files, file => Assert.False(Holds(file.Value, Marker), $"{file.Key} holds personal data."));
        Assert.All(files, file => Assert.False(Holds(file.Value, "411001"), $"{file.Key} holds a postal code."));
    }

    [Fact]
    public async Task Search_would_find_personal_data_if_there_were_any()
    {
        await ImportAsync();
        await using (var db = Database.Open())
        {
            var order = await db.SalesOrders.SingleAsync(Cancelled);
            await db.OrderComments.Where(comment => comment.SalesOrderId == order.Id).ExecuteUpdateAsync(
                set => set.SetProperty(comment => comment.Text, $"{Marker}-name"), Cancelled);
        }

        Assert.Contains(Files().Values, bytes => Holds(bytes, Marker));
        Assert.Contains(Files().Values, bytes => Holds(bytes, "403-1234567-1234567"));
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
            Assert.Contains(Files().Values, bytes => Holds(bytes, ciphertext));
            Assert.Contains(Files().Values, bytes => Holds(bytes, wrapped));

            await db.SealedContacts.ExecuteDeleteAsync(Cancelled);
            await keys.DataKeys.ExecuteDeleteAsync(Cancelled);
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
            await keys.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Cancelled);
        }

        Assert.DoesNotContain(Files().Values, bytes => Holds(bytes, ciphertext));
        Assert.DoesNotContain(Files().Values, bytes => Holds(bytes, wrapped));
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task Expired_contact_is_never_written()
    {
        var old = AnAmazonOrder.Ordered.AddDays(-60);
        await ImportAsync(AnAmazonOrder.Shipped(on: old) with { CreatedAt = old.AddDays(-1), Contact = Everything() });

        await using var db = Database.Open();
        Assert.Empty(await db.SealedContacts.ToListAsync(Cancelled));
        await using var keys = Database.OpenKeys();
        Assert.Empty(await keys.DataKeys.ToListAsync(Cancelled));
        Assert.Null(await Database.Get<IContactVault>().OpenAsync(Channel.Id, "403-1234567-1234567", Cancelled));
    }

    private static BuyerContact Everything() => new()
    {
        BuyerName = $"{Marker}-name",
        BuyerEmail = $"{Marker}@marketplace.amazon.in",
        BuyerCompanyName = $"{Marker}-company",
        BuyerPurchaseOrderNumber = $"{Marker}-po",
        DeliveryInstructions = $"{Marker}-instructions",
        TaxRegistrationNumber = $"{Marker}-gstin",
        TaxLegalName = $"{Marker}-legal",
        LineNotes = new Dictionary<string, string> { ["10000000000001"] = $"{Marker}-gift" },
        DeliveryAddress = new ContactAddress
        {
            Name = $"{Marker}-recipient",
            CompanyName = $"{Marker}-company",
            Line1 = $"{Marker}-1",
            Line2 = $"{Marker}-2",
            Line3 = $"{Marker}-3",
            City = $"{Marker}-city",
            District = $"{Marker}-district",
            StateOrRegion = "Maharashtra",
            PostalCode = "411001",
            CountryCode = "IN",
            Phone = $"{Marker}-phone",
        },
    };

    private static bool Holds(byte[] file, string text) =>
        Holds(file, Encoding.UTF8.GetBytes(text)) || Holds(file, Encoding.Unicode.GetBytes(text))
        || Holds(file, Encoding.UTF8.GetBytes(text.ToLowerInvariant()));

    private static bool Holds(byte[] file, byte[] sought) => file.AsSpan().IndexOf(sought) >= 0;

    private Dictionary<string, byte[]> Files() => Directory.EnumerateFiles(Database.Directory).ToDictionary(
        file => Path.GetFileName(file),
        file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        });

    private Task ImportAsync() => ImportAsync(AnAmazonOrder.Unshipped() with { Contact = Everything() });

    private async Task ImportAsync(MarketplaceOrder order)
    {
        var run = await TakenAsync(SyncModule.Orders);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, Channel, context).ImportAsync(order);
    }
}
