using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>Tests of a portal that is set up and has one channel connected.</summary>
public abstract class SellerTests(DatabaseProvider provider) : StoreTests(provider)
{
    private protected SalesChannel Channel { get; private set; } = null!;

    private protected Warehouse Warehouse { get; private set; } = null!;

    private protected ISyncJournal Journal => Database.Get<ISyncJournal>();

    protected override async Task ArrangeAsync()
    {
        var organisation = new Organisation("Rao Textiles", "INR", GstState.Find("29"), "Asia/Kolkata", true);
        await Database.Get<IOrganisationStore>().SaveAsync(organisation, Clock.GetUtcNow(), Cancelled);
        Warehouse = await Database.Get<IWarehouseStore>().GetPrimaryAsync(Cancelled);
        Channel = await ConnectAsync("A1DEMOSELLERIN");
    }

    private protected async Task<SalesChannel> ConnectAsync(string sellerId)
    {
        var channel = new SalesChannel("Amazon IN", Marketplace.India, sellerId, Clock.GetUtcNow());
        await Database.Get<IChannelStore>().AddAsync(channel, $"Atzr|{sellerId}", Cancelled);
        return channel;
    }

    private protected Task<SyncRun> RequestAsync(
        SyncModule module, RunTrigger trigger = RunTrigger.Manual, long? resyncOf = null) => Journal.RequestAsync(
            new SyncRun(Channel.Id, module, trigger, "Asha", Clock.GetUtcNow(), resyncOf), Cancelled);

    /// <summary>A run of the module that this instance holds.</summary>
    private protected async Task<SyncRun> TakenAsync(SyncModule module)
    {
        await RequestAsync(module);
        return (await Journal.TryTakeAsync("here", TimeSpan.FromMinutes(1), Clock.GetUtcNow(), Cancelled))!;
    }

    /// <summary>Ends a run as read whole.</summary>
    private protected async Task FinishAsync(SyncRun run)
    {
        var cursor = await Journal.GetCursorAsync(run.ChannelId, run.Module, Cancelled);
        run.Finish(Clock.GetUtcNow(), null, Clock.GetUtcNow());
        cursor.Advance(Clock.GetUtcNow());
        cursor.RunEnded(Clock.GetUtcNow(), readWhole: true);
        await Journal.CloseAsync(run, cursor, Cancelled);
    }
}
