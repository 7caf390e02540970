using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.EasyShip;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Logs why a pickup could not be followed: what Amazon or the database said, or a fault of our own.</summary>
internal sealed partial class PickupFaultLog(ILogger<PickupFaultLog> log) : IPickupFaults
{
    public void Refused(long packageId, Error refusal) => LogUnanswered(packageId, refusal.Message);

    public void Faulted(long packageId, Exception exception)
    {
        if (exception is MarketplaceException or StorageUnavailableException)
        {
            LogUnanswered(packageId, exception.Message);
        }
        else
        {
            LogFault(exception, packageId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The pickup of package {PackageId} could not be followed: {Why} It is tried again.")]
    private partial void LogUnanswered(long packageId, string why);

    [LoggerMessage(LogLevel.Error, "Following the pickup of package {PackageId} failed for a reason nobody foresaw; it is tried again.")]
    private partial void LogFault(Exception exception, long packageId);
}
