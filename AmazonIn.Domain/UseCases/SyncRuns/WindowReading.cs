using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>What reading a window has in common for every module.</summary>
internal static class WindowReading
{
    /// <summary>Single records are committed in groups, so that a cancelled run keeps what it fetched.</summary>
    private const int SinglesPerPage = 20;

    private const int MaxRestarts = 2;

    /// <summary>Fixes the window when the run first starts; a resumed run keeps the one it has.</summary>
    public static async Task OpenAsync(
        SyncRun run,
        ISyncJournal journal,
        SyncSettings settings,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (run.PagesRead == 0)
        {
            var cursor = await journal.GetCursorAsync(run.ChannelId, run.Module, cancellationToken);
            run.OpenWindow(SyncWindowPolicy.From(run.Module, cursor.Watermark, settings.InitialOrderDays, now));
            await journal.SaveProgressAsync(run, cancellationToken);
        }
    }

    /// <summary>Reads a window, from its start again where the place to go on from has expired, but not for ever.</summary>
    public static async Task<DateTimeOffset?> ReadAsync(
        SyncRun run,
        ISyncJournal journal,
        Func<Task<DateTimeOffset?>> read,
        CancellationToken cancellationToken)
    {
        for (var restarts = 0; ; restarts++)
        {
            try
            {
                return await read();
            }
            catch (PageExpiredException) when (restarts < MaxRestarts)
            {
                run.RestartWindow();
                await journal.SaveProgressAsync(run, cancellationToken);
            }
            catch (PageExpiredException)
            {
                throw new MarketplaceUnavailableException(
                    "Amazon let the place where this run went on expire three times.", null);
            }
        }
    }

    /// <summary>Hands single records on in groups.</summary>
    public static async Task ReadSinglesAsync<T>(
        IAsyncEnumerable<MarketplaceRecord<T>> records,
        Func<IReadOnlyList<MarketplaceRecord<T>>, Task> import)
        where T : class
    {
        var group = new List<MarketplaceRecord<T>>(SinglesPerPage);
        await foreach (var record in records)
        {
            group.Add(record);
            if (group.Count == SinglesPerPage)
            {
                await import(group);
                group.Clear();
            }
        }

        if (group.Count > 0)
        {
            await import(group);
        }
    }

    /// <summary>One record a key: the one that was updated last; a readable one before an unreadable one.</summary>
    public static List<MarketplaceRecord<T>> LatestOfEach<T>(
        IReadOnlyList<MarketplaceRecord<T>> records,
        Func<T, DateTimeOffset> updatedAt)
        where T : class
    {
        var latest = new Dictionary<string, MarketplaceRecord<T>>(records.Count, StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (!latest.TryGetValue(record.Key, out var other)
                || other.Value is null
                || (record.Value is not null && updatedAt(record.Value) >= updatedAt(other.Value)))
            {
                latest[record.Key] = record;
            }
        }

        return [.. latest.Values];
    }
}
