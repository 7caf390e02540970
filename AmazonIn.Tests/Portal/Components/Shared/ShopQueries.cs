using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Components.Shared;

/// <summary>The query ports over the in-memory stores, so that what a click changes is what the screen reads next.</summary>
internal sealed class ShopQueries(InMemoryChannels channels, InMemoryJournal journal) :
    IChannelQueries, IChannelLifeQueries, ISyncHistoryQueries, IWarehouseQueries, IDashboardQueries, ISearchQueries
{
    /// <summary>Thrown by every read while set.</summary>
    public Exception? Fault { get; set; }

    public DashboardFigures Figures { get; set; } = new(0, 0m, 0, 0, 0, 0, 0, [], []);

    public List<SearchHit> Hits { get; } = [];

    public List<QuotaLevel> Quotas { get; } = [];

    public List<ReasonCount> TopReasons { get; } = [];

    public int Stored { get; set; } = 1204;

    public int Customers { get; set; } = 318;

    public int OrdersNeedingDecision { get; set; }

    public int AvailableInDelhi { get; set; } = 120;

    public int QuantitiesWaiting { get; set; }

    public int ShipmentsWaiting { get; set; }

    /// <summary>Where Amazon tells how many records a run will see.</summary>
    public List<EntryFilter> EntryFilters { get; } = [];

    public List<RunFilter> RunFilters { get; } = [];

    public async Task<IReadOnlyList<ChannelSummary>> ListAsync(CancellationToken cancellationToken)
    {
        Check();
        return [.. (await channels.ListAsync(cancellationToken)).Select(Summary)];
    }

    public async Task<ChannelSummary?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(channel => channel.Id == id);

    public async Task<ChannelDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } channel
            ? new ChannelDetails(
                channel, Status(id, SyncModule.Items), Status(id, SyncModule.Orders), Customers, OrdersNeedingDecision, Quotas, TopReasons)
            : null;

    public async Task<ChannelLifePreview?> PreviewAsync(long channelId, CancellationToken cancellationToken)
    {
        Check();
        return await channels.FindAsync(channelId, cancellationToken) is not { } channel ? null : new ChannelLifePreview
        {
            Name = channel.Name,
            State = channel.State,
            Attention = channel.Attention,
            InactiveSince = channel.InactiveSince,
            StockSync = channel.StockSync,
            OrdersReadUpTo = channel.ConnectedAt.AddDays(100),
            ItemsReadUpTo = channel.ConnectedAt.AddDays(100),
            ActiveRuns = Runs().Count(run => run.ChannelId == channelId && run.IsActive),
            QuantitiesWaiting = QuantitiesWaiting,
            ShipmentsWaiting = ShipmentsWaiting,
            Listings = 1204,
            Items = 1198,
            Orders = 2310,
            OpenOrders = 17,
            Contacts = 412,
            Customers = Customers,
            PendingOrders = 3,
            Runs = 96,
        };
    }

    public Task<PageOf<RunSummary>> ListRunsAsync(RunFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        Check();
        RunFilters.Add(filter);
        var runs = Runs().Where(run => (filter.ChannelId is null || run.ChannelId == filter.ChannelId)
            && (filter.Module is null || run.Module == filter.Module)
            && (filter.State is null || run.State == filter.State)
            && (!filter.ActiveOnly || run.IsActive)).ToList();
        return Task.FromResult(new PageOf<RunSummary>([.. runs.Skip(page.Skip).Take(page.Take)], runs.Count));
    }

    public Task<RunSummary?> FindRunAsync(long runId, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Runs().FirstOrDefault(run => run.Id == runId));
    }

    async Task<RunDetails?> ISyncHistoryQueries.FindDetailsAsync(long runId, CancellationToken cancellationToken)
    {
        if (await FindRunAsync(runId, cancellationToken) is not { } run)
        {
            return null;
        }

        var entries = journal.Entries.Where(entry => entry.RunId == runId).ToList();
        var reasons = entries.Where(entry => entry.ReasonCode is not null)
            .GroupBy(entry => entry.ReasonCode!)
            .Select(group => new ReasonCount(group.Key, group.First().Reason!, group.Count()))
            .OrderByDescending(reason => reason.Count);
        var changes = entries.Where(entry => entry.Change is not null)
            .GroupBy(entry => entry.Change!.Value)
            .ToDictionary(group => group.Key, group => group.Count());
        return new RunDetails(run, [.. reasons], changes);
    }

    public Task<PageOf<EntryRow>> ListEntriesAsync(
        long runId,
        EntryFilter filter,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        Check();
        EntryFilters.Add(filter);
        var rows = journal.Entries
            .Where(entry => entry.RunId == runId
                && (filter.Outcome is null || entry.Outcome == filter.Outcome)
                && (filter.Change is null || entry.Change == filter.Change)
                && (filter.ReasonCode is null || entry.ReasonCode == filter.ReasonCode)
                && (filter.KeyContains is null || entry.Key.Contains(filter.KeyContains, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(entry => entry.Outcome)
            .Select((entry, index) => new EntryRow(
                index + 1, entry.Kind, entry.Key, entry.Outcome, entry.Change, entry.ReasonCode, entry.Reason,
                entry.Outcome == EntryOutcome.Synced ? index + 100 : null))
            .ToList();
        return Task.FromResult(new PageOf<EntryRow>([.. rows.Skip(page.Skip).Take(page.Take)], rows.Count));
    }

    Task<IReadOnlyList<WarehouseRow>> IWarehouseQueries.ListAsync(CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<WarehouseRow>>(
            [new(1, "Bengaluru", true, 1204, 8120, 77), new(2, "Delhi", false, 40, AvailableInDelhi, 0)]);
    }

    public Task<DashboardFigures> GetAsync(string currency, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Figures);
    }

    public Task<IReadOnlyList<SearchHit>> SearchAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyList<SearchHit>>(
            [.. Hits.Where(hit => hit.Title.Contains(text, StringComparison.OrdinalIgnoreCase))]);
    }

    private void Check()
    {
        if (Fault is not null)
        {
            throw Fault;
        }
    }

    private IEnumerable<RunSummary> Runs() => journal.Runs.OrderByDescending(run => run.Id).Select(run => new RunSummary(
        run.Id, run.Module, run.ChannelId, NameOf(run.ChannelId), run.Trigger, run.RequestedBy, run.State, run.RequestedAt,
        run.StartedAt, run.EndedAt, run.Synced, run.NotSynced, run.PassedOver, run.ExpectedTotal, run.Message,
        run.WaitingUntil, run.CancelRequested, run.ResyncOfRunId));

    private string NameOf(long channelId) =>
        channels.FindAsync(channelId, CancellationToken.None).GetAwaiter().GetResult()?.Name ?? "gone";

    private ModuleStatus Status(long channelId, SyncModule module)
    {
        var runs = Runs().Where(run => run.ChannelId == channelId && run.Module == module).ToList();
        var last = runs.FirstOrDefault(run => !run.IsActive);
        return new ModuleStatus(
            module, Stored, last?.NotSynced ?? 0, runs.FirstOrDefault(run => run.IsActive), last, last?.EndedAt?.AddHours(4));
    }

    private ChannelSummary Summary(SalesChannel channel)
    {
        var last = Runs().Where(run => run.ChannelId == channel.Id).Max(run => run.EndedAt);
        return new ChannelSummary(
            channel.Id, channel.Name, channel.MarketplaceId, channel.SellerId, channel.Currency, channel.State,
            channel.Attention, channel.ConnectedAt, channel.AuthorizedAt, channel.StockSync, channel.WarehouseId,
            channel.WarehouseId switch { 1 => "Bengaluru", 2 => "Delhi", _ => null }, last, last?.AddHours(4));
    }
}
