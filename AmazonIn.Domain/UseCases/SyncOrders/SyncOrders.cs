using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Domain.UseCases.SyncOrders;

/// <summary>
/// Brings a channel's orders up to date: the window since the watermark, then earlier failures, each page one
/// transaction. A resync reads the records of the run it repeats instead.
/// </summary>
public sealed class SyncOrders(
    IMarketplaceOrders marketplace,
    IOrganisationStore organisations,
    IWarehouseStore warehouses,
    ISyncJournal journal,
    OrderPageImporter importer,
    SyncSettings settings,
    PrivacySettings privacy,
    TimeProvider time) : IModuleSync
{
    /// <summary>Amazon gives 30 single orders at once and then one in two seconds; beyond this a window is cheaper.</summary>
    private const int MaxSingleReads = 60;

    public SyncModule Module => SyncModule.Orders;

    public async Task<ModuleSyncResult> RunAsync(
        SyncRun run,
        SalesChannel channel,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var organisation = await organisations.FindAsync(cancellationToken);
        if (organisation?.HomeState is null)
        {
            return new ModuleSyncResult(null, SyncErrors.HomeStateMissing);
        }

        var work = new OrderRun(
            run,
            channel,
            await ContextAsync(organisation, channel, cancellationToken),
            waits,
            new HashSet<string>(StringComparer.Ordinal));
        if (run.ResyncOfRunId is { } originalId)
        {
            await RepeatAsync(work, originalId, cancellationToken);
            return new ModuleSyncResult(null);
        }

        var readUpTo = await ReadWindowAsync(work, cancellationToken);
        var retries = await journal.ListRetriesAsync(channel.Id, Module, cancellationToken);
        await ReadSinglesAsync(work, [.. retries.Where(key => !work.Seen.Contains(key))], cancellationToken);
        return new ModuleSyncResult(readUpTo);
    }

    private async Task<ImportContext> ContextAsync(
        Organisation organisation,
        SalesChannel channel,
        CancellationToken cancellationToken)
    {
        var warehouseId = channel.WarehouseId ?? (await warehouses.GetPrimaryAsync(cancellationToken)).Id;
        return new ImportContext(
            organisation.HomeState!,
            organisation.BaseCurrency,
            warehouseId,
            privacy.RetentionDays,
            organisation.OrderPreference,
            time.GetUtcNow());
    }

    private async Task<DateTimeOffset?> ReadWindowAsync(OrderRun work, CancellationToken cancellationToken)
    {
        var run = work.Run;
        await WindowReading.OpenAsync(run, journal, settings, time.GetUtcNow(), cancellationToken);
        var window = new OrderWindow(run.WindowFrom ?? time.GetUtcNow().AddDays(-settings.InitialOrderDays), null);
        return await WindowReading.ReadAsync(
            run, journal, () => ReadPagesAsync(work, window, null, cancellationToken), cancellationToken);
    }

    private async Task<DateTimeOffset?> ReadPagesAsync(
        OrderRun work,
        OrderWindow window,
        HashSet<string>? only,
        CancellationToken cancellationToken)
    {
        DateTimeOffset? readUpTo = null;
        var connection = ChannelConnection.To(work.Channel);
        var pages = marketplace.ReadAsync(connection, window, work.Run.PageToken, work.Waits, cancellationToken);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var records = only is null ? page.Records : [.. page.Records.Where(record => only.Contains(record.Key))];
            await importer.ImportAsync(work, records, page.NextPage, page.ExpectedTotal, cancellationToken);
            readUpTo = page.ReadUpTo ?? readUpTo;
        }

        return readUpTo;
    }

    // Everything the run fetched was updated at Amazon since the window began, so one read of the window up to now
    // holds all of it; what a person's own run held by id is read by id.
    private async Task RepeatAsync(OrderRun work, long originalId, CancellationToken cancellationToken)
    {
        var keys = await journal.ListKeysAsync(originalId, cancellationToken);
        var original = await journal.FindAsync(originalId, cancellationToken);
        if (keys.Count > MaxSingleReads && original?.WindowFrom is { } from)
        {
            var wanted = keys.ToHashSet(StringComparer.Ordinal);
            await ReadPagesAsync(work, new OrderWindow(from, null), wanted, cancellationToken);
        }

        await ReadSinglesAsync(work, [.. keys.Where(key => !work.Seen.Contains(key))], cancellationToken);
    }

    private async Task ReadSinglesAsync(OrderRun work, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var records = marketplace.ReadByIdAsync(ChannelConnection.To(work.Channel), keys, work.Waits, cancellationToken);
        await WindowReading.ReadSinglesAsync(
            records, group => importer.ImportAsync(work, group, work.Run.PageToken, null, cancellationToken));
    }
}
