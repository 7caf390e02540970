namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>
/// Sends quantities to the marketplace. Only the quantity of the merchant's own entry ever changes: handling time,
/// restock date and other entries survive, and a listing that Amazon fulfils is never written. All calls throw a
/// <see cref="MarketplaceException"/> where there is no usable answer.
/// </summary>
public interface IMarketplaceStock
{
    /// <summary>The most messages of one feed.</summary>
    const int MostMessages = 25_000;

    /// <summary>
    /// Chooses by what finishes sooner: the calls that each way needs, the tokens that are left, how fast they come
    /// back, and how long Amazon took for the last feeds. A SKU that no address can carry goes by feed in any case.
    /// </summary>
    Task<StockRoutes> ChooseAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken);

    /// <summary>Reads what one listing says, writes the quantity into it, and sends it.</summary>
    Task<StockAnswer> PatchAsync(ChannelConnection channel, StockFigure figure, CancellationToken cancellationToken);

    /// <summary>Reads what listings say, for a feed; one for each SKU.</summary>
    Task<IReadOnlyList<ListedAvailability>> ReadAvailabilityAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken);

    /// <summary>Hands a feed over.</summary>
    /// <param name="channel">Whose listings.</param>
    /// <param name="messages">At least one, at most <see cref="MostMessages"/>, none of them refused.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Amazon's id of the feed.</returns>
    Task<string> SubmitFeedAsync(
        ChannelConnection channel, IReadOnlyList<StockMessage> messages, CancellationToken cancellationToken);

    /// <summary>Asks how far a feed is, and reads its report when it has ended.</summary>
    Task<StockFeedState> ReadFeedAsync(ChannelConnection channel, string feedId, CancellationToken cancellationToken);

    /// <summary>
    /// What buyers are offered now, by SKU; null where Amazon shows no quantity. A SKU that it does not give back is left
    /// out.
    /// </summary>
    Task<IReadOnlyDictionary<string, int?>> ReadQuantitiesAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken);
}
