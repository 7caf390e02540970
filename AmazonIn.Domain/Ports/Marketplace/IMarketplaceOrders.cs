using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>
/// Reads orders. Waits for quotas by itself and retries what is safe; what remains is thrown as one of the four
/// <see cref="MarketplaceException"/>s.
/// </summary>
public interface IMarketplaceOrders
{
    /// <summary>
    /// Streams a window page by page; the next page is fetched while the caller works on the one before.
    /// </summary>
    /// <param name="resumeFrom">A <see cref="MarketplacePage{T}.NextPage"/> of the same window, or null.</param>
    /// <exception cref="PageExpiredException">The place to resume from is no longer known; read the window anew.</exception>
    IAsyncEnumerable<MarketplacePage<MarketplaceOrder>> ReadAsync(
        ChannelConnection channel,
        OrderWindow window,
        string? resumeFrom,
        IWaitObserver waits,
        CancellationToken cancellationToken);

    /// <summary>Reads single orders, in the order of the ids; an unknown one comes back as a record with a reason.</summary>
    IAsyncEnumerable<MarketplaceRecord<MarketplaceOrder>> ReadByIdAsync(
        ChannelConnection channel,
        IReadOnlyCollection<string> orderIds,
        IWaitObserver waits,
        CancellationToken cancellationToken);
}
