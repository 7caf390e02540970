namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An item group with its size.</summary>
public sealed record ItemGroupRow(
    long Id,
    long ChannelId,
    string ChannelName,
    string ParentSku,
    string Title,
    IReadOnlyList<string> Attributes,
    int Items,
    int OnHand,
    DateTimeOffset UpdatedAt);
