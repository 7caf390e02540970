using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Outbox;

namespace AmazonIn.Portal.Scheduling;

/// <summary>Logs what stopped sending for a channel: what Amazon or the database said, or a fault of our own.</summary>
internal sealed partial class OutboxFaultLog(ILogger<OutboxFaultLog> log) : IOutboxFaults
{
    public void SendingFaulted(string kind, long channelId, Exception exception)
    {
        if (exception is MarketplaceException or StorageUnavailableException)
        {
            LogUnavailable(kind, channelId, exception.Message);
        }
        else
        {
            LogFault(exception, kind, channelId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sending {Kind} for channel {ChannelId} stopped: {Why} It is tried again.")]
    private partial void LogUnavailable(string kind, long channelId, string why);

    [LoggerMessage(LogLevel.Error, "Sending {Kind} for channel {ChannelId} failed for a reason nobody foresaw; it is tried again.")]
    private partial void LogFault(Exception exception, string kind, long channelId);
}
