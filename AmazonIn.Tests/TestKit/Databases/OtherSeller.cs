using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>Sets up a second portal in a database of its own, to compare what two of them end with.</summary>
internal sealed class OtherSeller(TestDatabase database)
{
    public async Task<OrderImports> ImportsAsync(ImportContext context)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var now = database.Get<TimeProvider>().GetUtcNow();
        var organisation = new Organisation("Rao Textiles", "INR", GstState.Find("29"), "Asia/Kolkata", true);
        await database.Get<IOrganisationStore>().SaveAsync(organisation, now, cancelled);
        var channel = new SalesChannel("Amazon IN", Marketplace.India, "A1DEMOSELLERIN", now);
        await database.Get<IChannelStore>().AddAsync(channel, "Atzr|demo-in", cancelled);
        var warehouse = await database.Get<IWarehouseStore>().GetPrimaryAsync(cancelled);
        var journal = database.Get<ISyncJournal>();
        await journal.RequestAsync(
            new SyncRun(channel.Id, SyncModule.Orders, RunTrigger.Manual, "Asha", now), cancelled);
        var run = await journal.TryTakeAsync("here", TimeSpan.FromMinutes(1), now, cancelled);
        return new OrderImports(database, run!, channel, context with { WarehouseId = warehouse.Id });
    }
}
