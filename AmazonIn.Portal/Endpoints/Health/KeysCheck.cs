using AmazonIn.Domain.Ports.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Portal.Endpoints.Health;

/// <summary>
/// Whether the vault's keys can be reached: without them orders come in without their addresses. Degraded where they
/// work but should not stay as they are: worn out, or in Production guarded by a file's rights alone (security.md D-21).
/// </summary>
internal sealed class KeysCheck(IKeyHealth keys, IHostEnvironment environment) : IHealthCheck
{
    public const string Name = "keys";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        var condition = await keys.CheckAsync(cancellationToken);
        return condition.IsWornOut || (condition.IsPlainFile && environment.IsProduction())
            ? HealthCheckResult.Degraded()
            : HealthCheckResult.Healthy();
    }
}
