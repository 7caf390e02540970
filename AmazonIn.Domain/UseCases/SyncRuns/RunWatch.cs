using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>
/// Keeps a run's lease alive while its work goes on, and stops the work when the lease is lost or a person cancels.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly SyncRun _run;
    private readonly ISyncJournal _journal;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _work;
    private readonly ITimer _timer;
    private DateTimeOffset _renewAt;
    private int _beating;

    public RunWatch(
        SyncRun run,
        ISyncJournal journal,
        TimeSpan lease,
        TimeProvider time,
        CancellationTokenSource work)
    {
        _run = run;
        _journal = journal;
        _lease = lease;
        _time = time;
        _work = work;
        _renewAt = time.GetUtcNow() + (lease / 3);
        _timer = time.CreateTimer(_ => _ = BeatAsync(), null, Beat, Beat);
    }

    public bool LeaseLost { get; private set; }

    public bool CancelRequested { get; private set; }

    public void Dispose() => _timer.Dispose();

    private async Task BeatAsync()
    {
        if (Interlocked.Exchange(ref _beating, 1) == 1)
        {
            return;
        }

        try
        {
            if (await _journal.IsCancelRequestedAsync(_run.Id, CancellationToken.None))
            {
                CancelRequested = true;
                await StopAsync();
            }
            else if (_time.GetUtcNow() >= _renewAt)
            {
                await RenewAsync();
            }
        }
        catch (StorageUnavailableException)
        {
            // The next beat tries again; if the database stays away the lease runs out and the writes are refused.
        }
        finally
        {
            Interlocked.Exchange(ref _beating, 0);
        }
    }

    private async Task RenewAsync()
    {
        var now = _time.GetUtcNow();
        if (await _journal.RenewAsync(_run, now + _lease, CancellationToken.None))
        {
            _renewAt = now + (_lease / 3);
            return;
        }

        LeaseLost = true;
        await StopAsync();
    }

    private async Task StopAsync()
    {
        try
        {
            await _work.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The work ended by itself in the meantime.
        }
    }
}
