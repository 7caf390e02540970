using AmazonIn.Domain.Ports.Marketplace;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Portal.Endpoints.Health;

/// <summary>Whether this machine's clock agrees with Amazon's, as of the last answer (security.md I-03).</summary>
internal sealed class ClockCheck(IAmazonClock clock) : IHealthCheck
{
    public const string Name = "clock";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.IsOff ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());
}
