using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.UseCases.Outbox;

/// <summary>Sends one kind of change to Amazon for one channel: quantities, or shipments.</summary>
public interface IOutboxSender
{
    /// <summary>Names the lease, with the channel's id: one portal sends one kind for one channel at a time.</summary>
    string Kind { get; }

    /// <summary>
    /// Sends what is due now, reads back what is to be read back, and returns. Called with the lease held, for active
    /// channels only. What Amazon answers is kept; what it does not answer is tried again later. Throws only what stops
    /// the whole channel, such as <see cref="Ports.Marketplace.MarketplaceUnauthorizedException"/>.
    /// </summary>
    Task SendAsync(SalesChannel channel, CancellationToken cancellationToken);
}
