using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>Says in a person's words why a run could not be read to its end.</summary>
internal static class RunFailure
{
    public static string Describe(long runId, Exception exception) => exception switch
    {
        MarketplaceUnauthorizedException => $"{exception.Message} The schedule rests until then; what was fetched is kept.",
        MarketplaceException or StorageUnavailableException or KeysUnavailableException =>
            $"{exception.Message} What was fetched is kept; the next run goes on from there.",
        _ => $"The portal met a fault of its own and stopped this run (reference run-{runId}). What was fetched is "
            + "kept; the next run tries again. If it happens twice, send the log line with this reference to support.",
    };
}
