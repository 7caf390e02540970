using AmazonIn.Portal.Scheduling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Portal.Endpoints.Health;

/// <summary>Whether runs are being taken.</summary>
internal sealed class DispatcherCheck(DispatcherPulse pulse) : IHealthCheck
{
    public const string Name = "dispatcher";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(pulse.IsAlive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
