using System.Collections.Concurrent;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Outbox;

/// <summary>
/// Sends what waits, each kind of change for each channel in a task of its own, so that a slow channel holds up no
/// other; and likewise for targets that are no channels. One instance of this class a portal; any number of portals
/// on one database, since a lease says who sends. What waits is in rows, so a tick too many does no harm and one too
/// few is made up for.
/// </summary>
public sealed class OutboxRunner(
    IChannelStore channels,
    IEnumerable<IOutboxSender> senders,
    IEnumerable<IOutboxTargets> others,
    IWorkLeases leases,
    IOutboxSignal signal,
    IOutboxFaults faults,
    TimeProvider time) : IDisposable
{
    /// <summary>How long another portal waits for one that died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly string _owner = $"portal-{Guid.NewGuid():N}";
    private readonly IOutboxSender[] _senders = [.. senders];
    private readonly IOutboxTargets[] _others = [.. others];
    private readonly ConcurrentDictionary<(string Kind, long TargetId), OutboxWork> _works = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _ticking = new(1);

    /// <summary>Starts what is not under way. Returns without waiting for it; overlapping ticks are skipped.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_stopping.IsCancellationRequested || !await _ticking.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            foreach (var channel in await channels.ListAsync(cancellationToken))
            {
                foreach (var sender in _senders)
                {
                    var work = WorkOf(sender.Kind, channel.Id);
                    if (channel.State == ChannelState.Active)
                    {
                        await StartAsync(work, token => sender.SendAsync(channel, token), cancellationToken);
                    }
                    else
                    {
                        await work.CancelAsync();
                    }
                }
            }

            foreach (var targets in _others)
            {
                await TickAsync(targets, cancellationToken);
            }
        }
        finally
        {
            _ticking.Release();
        }
    }

    /// <summary>Stops sending, waits until it has stopped, and gives the leases back.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await WhenIdleAsync().WaitAsync(cancellationToken);
        await leases.ReleaseAsync(_owner, cancellationToken);
    }

    /// <summary>Completes when everything that is under way now has ended; for tests and an orderly shutdown.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_works.Values.Select(work => work.Task));

    public void Dispose()
    {
        _stopping.Dispose();
        _ticking.Dispose();
        foreach (var work in _works.Values)
        {
            work.Dispose();
        }
    }

    private OutboxWork WorkOf(string kind, long targetId) =>
        _works.GetOrAdd((kind, targetId), key => new OutboxWork(key.Kind, key.TargetId));

    private async Task TickAsync(IOutboxTargets targets, CancellationToken cancellationToken)
    {
        var listed = await targets.ListAsync(cancellationToken);
        foreach (var id in listed)
        {
            await StartAsync(WorkOf(targets.Kind, id), token => targets.SendAsync(id, token), cancellationToken);
        }

        foreach (var work in _works.Values.Where(work => work.Kind == targets.Kind && !listed.Contains(work.TargetId)))
        {
            await work.CancelAsync();
        }
    }

    private async Task StartAsync(OutboxWork work, Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!work.Task.IsCompleted)
        {
            work.AskedAgain = true;
            await HoldAsync(work, now, cancellationToken);
            return;
        }

        if (work.NotBefore > now)
        {
            return;
        }

        if (await HoldAsync(work, now, cancellationToken))
        {
            work.Start(token => SendAsync(work, send, token), _stopping.Token);
        }
    }

    // The lease is kept between ticks, so that an idle portal writes once in a while instead of every second.
    private async Task<bool> HoldAsync(OutboxWork work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (work.HeldUntil - now > Lease / 2)
        {
            return true;
        }

        var until = now + Lease;
        if (await leases.TakeAsync(work.LeaseName, _owner, until, now, cancellationToken))
        {
            work.HeldUntil = until;
            return true;
        }

        work.HeldUntil = default;
        await work.CancelAsync();
        return false;
    }

    private async Task SendAsync(OutboxWork work, Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await send(cancellationToken);
            work.Failures = 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Shutdown, a channel put to rest, or a lease that is lost: what was not sent still waits in its rows.
        }
        catch (MarketplaceUnauthorizedException unauthorized)
        {
            await RestAsync(work, unauthorized.Message);
        }
        catch (Exception exception)
        {
            Fault(work, exception);
        }

        if (work.TakeAskedAgain())
        {
            signal.Ring();
        }
    }

    // Only Amazon refuses so, hence the target is a channel.
    private async Task RestAsync(OutboxWork work, string reason)
    {
        try
        {
            if (await channels.FindAsync(work.TargetId, CancellationToken.None) is { } current)
            {
                current.NeedAttention(reason);
                await channels.SaveAsync(current, null, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is ConcurrentChangeException or StorageUnavailableException)
        {
            Fault(work, exception);
        }
    }

    private void Fault(OutboxWork work, Exception exception)
    {
        work.Failures++;
        var rest = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, work.Failures), LongestRest.TotalSeconds));
        work.NotBefore = time.GetUtcNow() + rest;
        faults.SendingFaulted(work.Kind, work.TargetId, exception);
    }
}
