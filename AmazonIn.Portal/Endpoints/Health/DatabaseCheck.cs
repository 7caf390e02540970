using AmazonIn.Domain.Ports.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Portal.Endpoints.Health;

/// <summary>Whether the main database answers.</summary>
internal sealed class DatabaseCheck(IOrganisationStore organisations) : IHealthCheck
{
    public const string Name = "database";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        await organisations.FindAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
