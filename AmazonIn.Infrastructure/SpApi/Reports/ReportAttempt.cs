using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>
/// What Amazon refuses or fails to give by report, other calls can still give. Only where it lets us in nowhere is the
/// end.
/// </summary>
internal static class ReportAttempt
{
    /// <returns>Null where there is no usable report.</returns>
    public static async Task<T?> TryAsync<T>(Func<Task<T>> attempt)
        where T : class
    {
        try
        {
            return await attempt();
        }
        catch (ReportFailedException)
        {
            return null;
        }
        catch (MarketplaceException refused) when (
            refused is not MarketplaceUnauthorizedException || refused.Code == SpApiErrors.RoleMissing)
        {
            return null;
        }
    }
}
