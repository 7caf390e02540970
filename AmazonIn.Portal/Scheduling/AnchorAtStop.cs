using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Anchors the audit trail when the portal is stopped in good order: what happens to it until the next start shows.</summary>
internal sealed partial class AnchorAtStop(IServiceScopeFactory scopes, ILogger<AnchorAtStop> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AnchorAuditTrail>().RunAsync(cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            // A database or disk that is gone must not keep the portal from stopping; the last anchor stands.
            LogNotAnchored(log, exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The audit trail could not be anchored at the stop.")]
    private static partial void LogNotAnchored(ILogger log, Exception exception);
}
