namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>How far Amazon is with a feed.</summary>
/// <param name="IsEnded">Whether Amazon has finished it, one way or the other.</param>
/// <param name="Failure">Why the whole feed came to nothing, for a person; null where its messages were looked at.</param>
/// <param name="Refusals">Amazon's reason by message; every other message was accepted.</param>
public sealed record StockFeedState(bool IsEnded, string? Failure, IReadOnlyDictionary<int, string> Refusals)
{
    public static StockFeedState UnderWay { get; } = new(false, null, new Dictionary<int, string>());

    public static StockFeedState Failed(string why) => new(true, why, new Dictionary<int, string>());

    public static StockFeedState Done(IReadOnlyDictionary<int, string> refusals) => new(true, null, refusals);
}
