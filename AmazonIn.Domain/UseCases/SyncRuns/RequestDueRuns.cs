using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>
/// The schedule (S1): asks for a run of every module that is due. Due times are rows, so ticks that were missed while
/// the portal was down are caught up by one run at the next start.
/// </summary>
public sealed class RequestDueRuns(
    IChannelStore channels,
    ISyncJournal journal,
    ISyncProgress progress,
    SyncSettings settings,
    TimeProvider time)
{
    /// <returns>How many runs were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var requested = 0;
        foreach (var channel in await channels.ListAsync(cancellationToken))
        {
            if (channel.State != ChannelState.Active)
            {
                continue;
            }

            foreach (var module in Enum.GetValues<SyncModule>())
            {
                requested += await RequestIfDueAsync(channel, module, cancellationToken) ? 1 : 0;
            }
        }

        return requested;
    }

    private async Task<bool> RequestIfDueAsync(SalesChannel channel, SyncModule module, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var cursor = await journal.GetCursorAsync(channel.Id, module, cancellationToken);
        if (cursor.NextDueAt > now)
        {
            return false;
        }

        var trigger = cursor.LastEndedAt is null ? RunTrigger.Initial : RunTrigger.Scheduled;
        var run = new SyncRun(channel.Id, module, trigger, Actor.System.Name, now);
        var active = await journal.RequestAsync(run, cancellationToken);
        cursor.Schedule(Next(cursor.NextDueAt, now));
        await journal.SaveCursorAsync(cursor, cancellationToken);
        progress.Changed(active.Id);
        return true;
    }

    // Keeps the rhythm of the first tick instead of drifting by the length of each run.
    private DateTimeOffset Next(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is not { } previous)
        {
            return now + settings.Interval;
        }

        var missed = (now - previous) / settings.Interval;
        return previous + (settings.Interval * (Math.Floor(missed) + 1));
    }
}
