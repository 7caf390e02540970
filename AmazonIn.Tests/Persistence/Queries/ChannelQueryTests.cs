using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class ChannelQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private IChannelQueries Channels => Database.Get<IChannelQueries>();

    [Fact]
    public async Task A_channel_that_is_not_there_is_not_found()
    {
        Assert.Null(await Channels.FindAsync(99, Cancelled));
        Assert.Null(await Channels.FindDetailsAsync(99, Cancelled));
    }

    [Fact]
    public async Task Channels_come_by_the_time_they_were_connected()
    {
        var mapped = await AddAsync(new Warehouse("Delhi", isPrimary: false, Clock.GetUtcNow()));
        var earlier = new SalesChannel("Older", Marketplace.India, "A0", Clock.GetUtcNow().AddDays(-9));
        typeof(SalesChannel).GetProperty(nameof(SalesChannel.WarehouseId))!.SetValue(earlier, mapped.Id);
        await AddAsync(earlier);

        var all = await Channels.ListAsync(Cancelled);

        Assert.Equal(
            [("Older", "A0", "Delhi"), ("Amazon IN", "A1DEMOSELLERIN", null)],
            all.Select(channel => (channel.Name, channel.SellerId, channel.WarehouseName)));
        Assert.Equal(
            new ChannelSummary(
                Channel.Id,
                "Amazon IN",
                Marketplace.India.Id,
                "A1DEMOSELLERIN",
                "INR",
                ChannelState.Active,
                Attention: null,
                Channel.ConnectedAt,
                Channel.AuthorizedAt,
                StockSync: true,
                WarehouseId: null,
                WarehouseName: null,
                LastSyncAt: null,
                NextSyncAt: null),
            all[1]);
    }

    [Fact]
    public async Task Last_and_next_sync_are_those_of_the_module_that_was_last_and_is_next()
    {
        var now = Clock.GetUtcNow();
        await AddCursorAsync(SyncModule.Items, ended: now.AddHours(-1), next: now.AddHours(3));
        await AddCursorAsync(SyncModule.Orders, ended: now.AddHours(-2), next: now.AddHours(2));

        var channel = await Channels.FindAsync(Channel.Id, Cancelled);

        Assert.Equal((now.AddHours(-1), now.AddHours(2)), (channel!.LastSyncAt, channel.NextSyncAt));
    }

    [Fact]
    public async Task A_refused_channel_has_no_next_sync()
    {
        await AddCursorAsync(SyncModule.Items, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(4));
        Channel.NeedAttention("Authorise again.");
        await Database.Get<IChannelStore>().SaveAsync(Channel, null, Cancelled);

        var details = await Channels.FindDetailsAsync(Channel.Id, Cancelled);

        Assert.Equal("Authorise again.", details!.Channel.Attention);
        Assert.Null(details.Channel.NextSyncAt);
        Assert.Null(details.Items.NextDueAt);
    }

    [Fact]
    public async Task A_new_channel_has_nothing_yet()
    {
        var details = await Channels.FindDetailsAsync(Channel.Id, Cancelled);

        Assert.NotNull(details);
        Assert.Equal(new ModuleStatus(SyncModule.Items, 0, 0, null, null, null), details.Items);
        Assert.Equal(new ModuleStatus(SyncModule.Orders, 0, 0, null, null, null), details.Orders);
        Assert.Equal((0, 0), (details.Customers, details.OrdersNeedingDecision));
        Assert.Empty(details.Quotas);
        Assert.Empty(details.TopReasons);
    }

    [Fact]
    public async Task Details_count_what_the_channel_has()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var item = await AddItemAsync("KURTA");
        await AddListingAsync(item);
        await AddListingAsync(item, channel: other);
        await AddCustomerAsync("key", Clock.GetUtcNow());
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)));
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(2)) with { CancelRequestedByBuyer = true });
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(3)) with { CancelRequestedByBuyer = true }, other);
        await AddAllAsync(
        [
            new SyncRetry(Channel.Id, SyncModule.Orders, "1"),
            new SyncRetry(Channel.Id, SyncModule.Orders, "2"),
            new SyncRetry(Channel.Id, SyncModule.Items, "3"),
            new SyncRetry(other.Id, SyncModule.Items, "4"),
        ]);

        var details = await Channels.FindDetailsAsync(Channel.Id, Cancelled);

        Assert.Equal((1, 1), (details!.Items.Stored, details.Items.NotSynced));
        Assert.Equal((2, 2), (details.Orders.Stored, details.Orders.NotSynced));
        Assert.Equal((1, 1), (details.Customers, details.OrdersNeedingDecision));
    }

    [Fact]
    public async Task A_module_shows_its_running_run_and_the_one_that_ended_last()
    {
        var older = await AddRunAsync(SyncModule.Orders);
        Clock.Advance(TimeSpan.FromHours(1));
        var newer = await AddRunAsync(SyncModule.Orders);
        var resync = await AddAsync(
            new SyncRun(Channel.Id, SyncModule.Orders, RunTrigger.Resync, "Asha", Clock.GetUtcNow(), older.Id));
        var running = await TakenAsync(SyncModule.Orders);
        await AddRunAsync(SyncModule.Items);

        var orders = (await Channels.FindDetailsAsync(Channel.Id, Cancelled))!.Orders;

        Assert.Equal(newer.Id, orders.LastRun!.Id);
        Assert.Equal(RunState.Running, orders.ActiveRun!.State);
        Assert.Contains(orders.ActiveRun.Id, new[] { running.Id, resync.Id });
    }

    [Fact]
    public async Task Reasons_are_those_of_the_runs_that_ended_last_and_at_most_five()
    {
        await AddRunAsync(SyncModule.Orders, ("order.old", 9));
        Clock.Advance(TimeSpan.FromHours(1));
        await AddRunAsync(SyncModule.Orders, ("a", 1), ("b", 2), ("c", 3), ("d", 4));
        await AddRunAsync(SyncModule.Items, ("e", 5), ("f", 6));

        var details = await Channels.FindDetailsAsync(Channel.Id, Cancelled);

        Assert.Equal(
            [("f", 6), ("e", 5), ("d", 4), ("c", 3), ("b", 2)],
            details!.TopReasons.Select(reason => (reason.ReasonCode, reason.Count)));
        Assert.All(details.TopReasons, reason => Assert.Equal($"Because of {reason.ReasonCode}.", reason.Reason));
    }

    [Fact]
    public async Task Quotas_have_refilled_since_they_were_used()
    {
        var quotas = Database.Get<IQuotaStore>();
        var plan = new UsagePlan("searchOrders", RatePerSecond: 0.5, Burst: 20);
        await quotas.EmptyAsync("A1DEMOSELLERIN", plan, Clock.GetUtcNow(), Cancelled);
        await quotas.EmptyAsync("somebody else", plan, Clock.GetUtcNow(), Cancelled);
        Clock.Advance(TimeSpan.FromSeconds(10));

        var soon = await Channels.FindDetailsAsync(Channel.Id, Cancelled);
        Clock.Advance(TimeSpan.FromHours(1));
        var later = await Channels.FindDetailsAsync(Channel.Id, Cancelled);

        Assert.Equal(new QuotaLevel("searchOrders", 5, 20), Assert.Single(soon!.Quotas));
        Assert.Equal(new QuotaLevel("searchOrders", 20, 20), Assert.Single(later!.Quotas));
    }

    private Task<SyncCursor> AddCursorAsync(SyncModule module, DateTimeOffset ended, DateTimeOffset next)
    {
        var cursor = new SyncCursor(Channel.Id, module);
        cursor.RunEnded(ended, readWhole: true);
        cursor.Schedule(next);
        return AddAsync(cursor);
    }

    /// <summary>An ended run with so many records for each reason.</summary>
    private async Task<SyncRun> AddRunAsync(SyncModule module, params (string Code, int Count)[] reasons)
    {
        var run = new SyncRun(Channel.Id, module, RunTrigger.Manual, "Asha", Clock.GetUtcNow());
        run.Take("here", Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        run.Finish(null, null, Clock.GetUtcNow());
        await AddAsync(run);
        var entries = reasons
            .SelectMany(reason => Enumerable.Range(0, reason.Count).Select(number => SyncEntry.Not(
                EntryKind.Order, $"{reason.Code}{number}", reason.Code, $"Because of {reason.Code}.")))
            .ToList();
        entries.ForEach(entry => entry.BelongTo(run.Id));
        await AddAllAsync(entries);
        return run;
    }

    public sealed class OnSqlite() : ChannelQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ChannelQueryTests(DatabaseProvider.SqlServer);
}
