using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Domain.UseCases.SyncItems;

/// <summary>
/// Brings a channel's listings, and the items and groups behind them, up to date: all of them the first time, then
/// what changed since the watermark, then earlier failures.
/// </summary>
public sealed class SyncItems(
    IMarketplaceListings marketplace,
    IWarehouseStore warehouses,
    ISyncJournal journal,
    ItemPageImporter importer,
    SyncSettings settings,
    TimeProvider time) : IModuleSync
{
    public SyncModule Module => SyncModule.Items;

    public async Task<ModuleSyncResult> RunAsync(
        SyncRun run,
        SalesChannel channel,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var warehouseId = channel.WarehouseId ?? (await warehouses.GetPrimaryAsync(cancellationToken)).Id;
        var work = new ItemRun(run, channel, warehouseId, waits, new HashSet<string>(StringComparer.Ordinal));
        if (run.ResyncOfRunId is { } originalId)
        {
            await ReadSinglesAsync(work, await journal.ListKeysAsync(originalId, cancellationToken), cancellationToken);
            return new ModuleSyncResult(null);
        }

        var readUpTo = await ReadWindowAsync(work, cancellationToken);
        var retries = await journal.ListRetriesAsync(channel.Id, Module, cancellationToken);
        await ReadSinglesAsync(work, [.. retries.Where(key => !work.Seen.Contains(key))], cancellationToken);
        return new ModuleSyncResult(readUpTo);
    }

    private async Task<DateTimeOffset?> ReadWindowAsync(ItemRun work, CancellationToken cancellationToken)
    {
        await WindowReading.OpenAsync(work.Run, journal, settings, time.GetUtcNow(), cancellationToken);
        return await WindowReading.ReadAsync(
            work.Run, journal, () => ReadPagesAsync(work, cancellationToken), cancellationToken);
    }

    // The listings API does not say how far it read. What a run saw is true of the moment it began.
    private async Task<DateTimeOffset?> ReadPagesAsync(ItemRun work, CancellationToken cancellationToken)
    {
        DateTimeOffset? readUpTo = null;
        var began = work.Run.StartedAt ?? time.GetUtcNow();
        var connection = ChannelConnection.To(work.Channel);
        var pages = marketplace.ReadAsync(
            connection, work.Run.WindowFrom, work.Run.PageToken, work.Waits, cancellationToken);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            await importer.ImportAsync(work, page.Records, page.NextPage, page.ExpectedTotal, cancellationToken);
            readUpTo = page.ReadUpTo ?? readUpTo;
        }

        return readUpTo < began ? readUpTo : began;
    }

    private async Task ReadSinglesAsync(ItemRun work, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var records = marketplace.ReadBySkuAsync(ChannelConnection.To(work.Channel), keys, work.Waits, cancellationToken);
        await WindowReading.ReadSinglesAsync(
            records, group => importer.ImportAsync(work, group, work.Run.PageToken, null, cancellationToken));
    }
}
