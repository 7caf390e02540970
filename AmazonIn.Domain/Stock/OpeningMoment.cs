namespace AmazonIn.Domain.Stock;

/// <summary>When, and from which channel, an item's first quantity was taken.</summary>
/// <param name="At">Null while the item's stock is unknown.</param>
/// <param name="ChannelId">The channel whose quantity it was; null for a person's count.</param>
public readonly record struct OpeningMoment(DateTimeOffset? At, long? ChannelId)
{
    /// <summary>Whether something sold at that moment was sold before the count, or the count is still to come.</summary>
    public bool IsAfter(DateTimeOffset orderedAt) => At is null || orderedAt <= At;
}
