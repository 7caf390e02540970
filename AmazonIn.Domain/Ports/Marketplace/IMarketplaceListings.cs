namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Reads listings. Behaves as <see cref="IMarketplaceOrders"/> in waiting, retrying and throwing.</summary>
public interface IMarketplaceListings
{
    /// <summary>Streams the listings that changed since a moment, or all of them.</summary>
    /// <param name="changedSince">Null reads the whole catalogue, however large.</param>
    /// <exception cref="PageExpiredException">The place to resume from is no longer known; read the window anew.</exception>
    IAsyncEnumerable<MarketplacePage<MarketplaceListing>> ReadAsync(
        ChannelConnection channel,
        DateTimeOffset? changedSince,
        string? resumeFrom,
        IWaitObserver waits,
        CancellationToken cancellationToken);

    /// <summary>Reads single listings by SKU.</summary>
    IAsyncEnumerable<MarketplaceRecord<MarketplaceListing>> ReadBySkuAsync(
        ChannelConnection channel,
        IReadOnlyCollection<string> skus,
        IWaitObserver waits,
        CancellationToken cancellationToken);
}
