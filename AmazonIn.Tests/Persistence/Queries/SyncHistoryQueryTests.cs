using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class SyncHistoryQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    private ISyncHistoryQueries History => Database.Get<ISyncHistoryQueries>();

    [Fact]
    public async Task Empty_database_gives_an_empty_page()
    {
        var runs = await History.ListRunsAsync(new RunFilter(), new PageRequest(), Cancelled);
        var entries = await History.ListEntriesAsync(1, new EntryFilter(), new PageRequest(), Cancelled);

        Assert.Empty(runs.Items);
        Assert.Equal(0, runs.Total);
        Assert.Empty(entries.Items);
        Assert.Equal(0, entries.Total);
        Assert.Null(await History.FindRunAsync(1, Cancelled));
        Assert.Null(await History.FindDetailsAsync(1, Cancelled));
    }

    [Fact]
    public async Task A_row_says_how_the_run_went()
    {
        var before = await AddRunAsync(SyncModule.Orders);
        var run = await AddRunAsync(
            SyncModule.Orders,
            run =>
            {
                run.RecordPage(41, 1, 2, 44, null, Clock.GetUtcNow());
                run.Finish(Clock.GetUtcNow(), "1 order was not synced.", Clock.GetUtcNow());
            },
            resyncOf: before.Id);

        var row = await History.FindRunAsync(run.Id, Cancelled);

        Assert.Equal(
            new RunSummary(
                run.Id,
                SyncModule.Orders,
                Channel.Id,
                "Amazon IN",
                RunTrigger.Manual,
                "Asha",
                RunState.Failed,
                Clock.GetUtcNow(),
                Clock.GetUtcNow(),
                Clock.GetUtcNow(),
                Synced: 41,
                NotSynced: 1,
                PassedOver: 2,
                ExpectedTotal: 44,
                "1 order was not synced.",
                WaitingUntil: null,
                CancelRequested: false,
                before.Id),
            row);
    }

    [Fact]
    public async Task Runs_come_newest_first_and_each_filter_finds_its_own()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var start = Clock.GetUtcNow();
        var succeeded = await AddRunAsync(SyncModule.Items, Succeeds);
        Clock.Advance(TimeSpan.FromHours(1));
        var failed = await AddRunAsync(SyncModule.Orders, run => run.Fail("No answer.", Clock.GetUtcNow()));
        Clock.Advance(TimeSpan.FromHours(1));
        var elsewhere = await AddRunAsync(SyncModule.Items, Succeeds, other.Id);
        Clock.Advance(TimeSpan.FromHours(1));
        var running = await AddRunAsync(SyncModule.Orders, _ => { });
        var waiting = await AddAsync(
            new SyncRun(other.Id, SyncModule.Orders, RunTrigger.Manual, "Asha", Clock.GetUtcNow()));

        await FindsAsync(new RunFilter(), waiting, running, elsewhere, failed, succeeded);
        await FindsAsync(new RunFilter(ChannelId: other.Id), waiting, elsewhere);
        await FindsAsync(new RunFilter(Module: SyncModule.Items), elsewhere, succeeded);
        await FindsAsync(new RunFilter(State: RunState.Failed), failed);
        await FindsAsync(new RunFilter(ActiveOnly: true), waiting, running);
        await FindsAsync(new RunFilter(From: start.AddHours(1), To: start.AddHours(2)), failed);
        await FindsAsync(new RunFilter(ChannelId: Channel.Id, Module: SyncModule.Orders), running, failed);
    }

    [Fact]
    public async Task Runs_have_pages_and_a_cursor()
    {
        for (var number = 0; number < 7; number++)
        {
            Clock.Advance(TimeSpan.FromMinutes(number % 2));
            await AddRunAsync(SyncModule.Items, Succeeds);
        }

        var second = await History.ListRunsAsync(new RunFilter(), new PageRequest(3, 3), Cancelled);
        var seen = await WalkAsync(page => History.ListRunsAsync(new RunFilter(), page, Cancelled), row => row.Id, 3);

        Assert.Equal((3, 7), (second.Items.Count, second.Total));
        Assert.Equal(7, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Details_count_reasons_most_frequent_first_and_changes()
    {
        var run = await AddRunAsync(SyncModule.Orders);
        await AddEntriesAsync(
            run,
            SyncEntry.Of(EntryKind.Order, "1", EntryChange.Created),
            SyncEntry.Of(EntryKind.Order, "2", EntryChange.Created),
            SyncEntry.Of(EntryKind.Order, "3", EntryChange.Voided),
            SyncEntry.Not(EntryKind.Order, "4", "order.rare", "Rare."),
            SyncEntry.Not(EntryKind.Order, "5", "order.often", "Often, second."),
            SyncEntry.Not(EntryKind.Order, "6", "order.often", "Often, first."));
        await AddEntriesAsync(await AddRunAsync(SyncModule.Orders), SyncEntry.Not(EntryKind.Order, "7", "other", "Other."));

        var details = await History.FindDetailsAsync(run.Id, Cancelled);

        Assert.Equal(
            [new ReasonCount("order.often", "Often, first.", 2), new ReasonCount("order.rare", "Rare.", 1)],
            details!.Reasons);
        Assert.Equal(
            new Dictionary<EntryChange, int> { [EntryChange.Created] = 2, [EntryChange.Voided] = 1 }, details.Changes);
    }

    [Fact]
    public async Task Entries_come_failures_first_then_by_key_and_each_filter_finds_its_own()
    {
        var run = await AddRunAsync(SyncModule.Items);
        await AddEntriesAsync(
            run,
            SyncEntry.Of(EntryKind.Item, "B-created", EntryChange.Created),
            SyncEntry.Of(EntryKind.Item, "A-updated", EntryChange.Updated),
            SyncEntry.Not(EntryKind.Item, "D%failed", "item.bad", "Bad."),
            SyncEntry.Not(EntryKind.ItemGroup, "C-failed", "group.bad", "Too many."));
        await AddEntriesAsync(
            await AddRunAsync(SyncModule.Items), SyncEntry.Of(EntryKind.Item, "other run", EntryChange.Created));

        await ListsAsync(run, new EntryFilter(), "C-failed", "D%failed", "A-updated", "B-created");
        await ListsAsync(run, new EntryFilter(EntryOutcome.NotSynced), "C-failed", "D%failed");
        await ListsAsync(run, new EntryFilter(Change: EntryChange.Updated), "A-updated");
        await ListsAsync(run, new EntryFilter(ReasonCode: "group.bad"), "C-failed");
        await ListsAsync(run, new EntryFilter(KeyContains: "-FAILED"), "C-failed");
        await ListsAsync(run, new EntryFilter(KeyContains: "%"), "D%failed");
    }

    [Fact]
    public async Task Entries_have_pages_and_a_cursor()
    {
        var run = await AddRunAsync(SyncModule.Items);
        await AddEntriesAsync(
            run,
            [.. Enumerable.Range(1, 17).Select(number => number % 5 == 0
                ? SyncEntry.Not(EntryKind.Item, $"{number:D2}", "item.bad", "Bad.")
                : SyncEntry.Of(EntryKind.Item, $"{number:D2}", EntryChange.Created))]);

        var first = await History.ListEntriesAsync(run.Id, new EntryFilter(), new PageRequest(5), Cancelled);
        var last = await History.ListEntriesAsync(run.Id, new EntryFilter(), new PageRequest(5, 15), Cancelled);
        var seen = await WalkAsync(
            page => History.ListEntriesAsync(run.Id, new EntryFilter(), page, Cancelled), row => row.Id, 5);

        Assert.Equal(["05", "10", "15", "01", "02"], first.Items.Select(row => row.Key));
        Assert.Equal(["16", "17"], last.Items.Select(row => row.Key));
        Assert.Equal((17, 17), (first.Total, last.Total));
        Assert.Equal(17, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Entries_lead_to_what_they_are_about()
    {
        var other = await ConnectAsync("A2DEMOSELLERIN");
        var order = await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)));
        await AddOrderAsync(AnAmazonOrder.Unshipped(AmazonId(1)), other);
        var item = await AddItemAsync("STOCK-NAME");
        await AddListingAsync(item, "ON-AMAZON");
        await AddListingAsync(null, "UNLINKED");
        var group = await AddAsync(new ItemGroup(Channel.Id, "PARENT", null, ["Size"], Clock.GetUtcNow()));
        var run = await AddRunAsync(SyncModule.Items);
        await AddEntriesAsync(
            run,
            SyncEntry.Of(EntryKind.Order, AmazonId(1), EntryChange.Created),
            SyncEntry.Of(EntryKind.Item, "ON-AMAZON", EntryChange.Created),
            SyncEntry.Of(EntryKind.ItemGroup, "PARENT", EntryChange.Created),
            SyncEntry.Of(EntryKind.Item, "UNLINKED", EntryChange.Created),
            SyncEntry.Of(EntryKind.Item, "PARENT", EntryChange.Created),
            SyncEntry.Not(EntryKind.Order, "gone", "order.bad", "Bad."));

        var page = await History.ListEntriesAsync(run.Id, new EntryFilter(), new PageRequest(), Cancelled);

        var subjects = page.Items.ToDictionary(row => (row.Kind, row.Key), row => row.SubjectId);
        Assert.Equal(order.Id, subjects[(EntryKind.Order, AmazonId(1))]);
        Assert.Equal(item.Id, subjects[(EntryKind.Item, "ON-AMAZON")]);
        Assert.Equal(group.Id, subjects[(EntryKind.ItemGroup, "PARENT")]);
        Assert.Null(subjects[(EntryKind.Item, "UNLINKED")]);
        Assert.Null(subjects[(EntryKind.Item, "PARENT")]);
        Assert.Null(subjects[(EntryKind.Order, "gone")]);
    }

    private void Succeeds(SyncRun run) => run.Finish(Clock.GetUtcNow(), null, Clock.GetUtcNow());

    /// <param name="work">What the run does once it was taken; without any it succeeds.</param>
    private async Task<SyncRun> AddRunAsync(
        SyncModule module, Action<SyncRun>? work = null, long? channelId = null, long? resyncOf = null)
    {
        var run = new SyncRun(
            channelId ?? Channel.Id, module, RunTrigger.Manual, "Asha", Clock.GetUtcNow(), resyncOf);
        run.Take("here", Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (work ?? Succeeds)(run);
        return await AddAsync(run);
    }

    private Task AddEntriesAsync(SyncRun run, params SyncEntry[] entries)
    {
        foreach (var entry in entries)
        {
            entry.BelongTo(run.Id);
        }

        return AddAllAsync(entries);
    }

    private async Task FindsAsync(RunFilter filter, params SyncRun[] expected)
    {
        var page = await History.ListRunsAsync(filter, new PageRequest(), Cancelled);

        Assert.Equal(expected.Select(run => run.Id), page.Items.Select(row => row.Id));
        Assert.Equal(expected.Length, page.Total);
    }

    private async Task ListsAsync(SyncRun run, EntryFilter filter, params string[] keys)
    {
        var page = await History.ListEntriesAsync(run.Id, filter, new PageRequest(), Cancelled);

        Assert.Equal(keys, page.Items.Select(row => row.Key));
        Assert.Equal(keys.Length, page.Total);
    }

    public sealed class OnSqlite() : SyncHistoryQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : SyncHistoryQueryTests(DatabaseProvider.SqlServer);
}
