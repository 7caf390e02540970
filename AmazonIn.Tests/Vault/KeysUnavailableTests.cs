using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Vault;

/// <summary>The keys cannot be had (security.md F-47).</summary>
public sealed class KeysUnavailableTests() : SellerTests(DatabaseProvider.Sqlite)
{
    private const string Order = "403-0000001-0000001";

    [Fact]
    public async Task An_order_comes_in_without_its_contact_and_gets_it_when_the_keys_are_back()
    {
        await using var keys = Database.OpenKeys();
        var version = await keys.MasterKeys.AsNoTracking().SingleAsync(Cancelled);
        await keys.MasterKeys.ExecuteDeleteAsync(Cancelled);
        var run = await ImportAsync();

        await using (var db = Database.Open())
        {
            Assert.False((await db.SalesOrders.SingleAsync(Cancelled)).HasContact);
            Assert.Equal("order.contact-keys", (await db.SyncEntries.SingleAsync(Cancelled)).ReasonCode);
            Assert.Empty(await db.SealedContacts.ToListAsync(Cancelled));
        }

        Assert.Equal((0, 1), (run.Synced, run.NotSynced));
        Assert.Equal([Order], await Journal.ListRetriesAsync(Channel.Id, SyncModule.Orders, Cancelled));
        await Assert.ThrowsAsync<KeysUnavailableException>(() => Database.Get<IKeyHealth>().CheckAsync(Cancelled));

        keys.Add(version);
        await keys.SaveChangesAsync(Cancelled);
        run = await ImportAsync();

        Assert.Equal((1, 0), (run.Synced, run.NotSynced));
        Assert.Equal("Asha", (await Database.Get<IContactVault>().OpenAsync(Channel.Id, Order, Cancelled))?.BuyerName);
        Assert.Empty(await Journal.ListRetriesAsync(Channel.Id, SyncModule.Orders, Cancelled));
    }

    private async Task<SyncRun> ImportAsync()
    {
        var run = await TakenAsync(SyncModule.Orders);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, Channel, context).ImportAsync(AnAmazonOrder.Unshipped(Order) with
        {
            Contact = new BuyerContact { BuyerName = "Asha", BuyerEmail = "asha@marketplace.amazon.in" },
        });
        await FinishAsync(run);
        return run;
    }
}
