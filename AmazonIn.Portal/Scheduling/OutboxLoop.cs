using AmazonIn.Domain.UseCases.Outbox;

namespace AmazonIn.Portal.Scheduling;

/// <summary>
/// Ticks the outbox when something was committed here, and once a second for what other portals committed or what is to
/// be tried again.
/// </summary>
internal sealed partial class OutboxLoop(
    OutboxRunner runner, OutboxSignal signal, TimeProvider time, ILogger<OutboxLoop> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>A change rarely comes alone; what follows at once travels with it.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(150);

    /// <summary>A call to Amazon mostly answers within a second or two; what takes longer is sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await runner.StopAsync(either.Token);
        }
        catch (Exception exception)
        {
            // The leases expire by themselves, and what was not sent still waits.
            LogFailed(exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await signal.WaitAsync(Longest, time, stoppingToken))
                {
                    await Task.Delay(Gathering, time, stoppingToken);
                }

                await runner.TickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(exception);
                await Task.Delay(Longest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be looked at; it is tried again in a second.")]
    private partial void LogFailed(Exception exception);
}
