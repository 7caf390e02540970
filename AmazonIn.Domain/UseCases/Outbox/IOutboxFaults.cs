namespace AmazonIn.Domain.UseCases.Outbox;

/// <summary>Where faults of sending are logged, so that they can be mended.</summary>
public interface IOutboxFaults
{
    /// <summary>One kind of change could not be sent for one channel; it is tried again.</summary>
    void SendingFaulted(string kind, long channelId, Exception exception);
}
