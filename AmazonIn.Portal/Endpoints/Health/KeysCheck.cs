using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Portal.Endpoints.Health;

/// <summary>Whether the vault's keys can be reached: without them orders come in without their addresses.</summary>
internal sealed class KeysCheck(IContactVault vault) : IHealthCheck
{
    public const string Name = "keys";

    private static readonly Dictionary<string, BuyerContact> Nothing = [];

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default)
    {
        await vault.SealAsync(0, Nothing, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
