using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A connected channel as lists and cards show it.</summary>
public sealed record ChannelSummary(
    long Id,
    string Name,
    string MarketplaceId,
    string SellerId,
    string Currency,
    ChannelState State,
    string? Attention,
    DateTimeOffset ConnectedAt,
    DateTimeOffset AuthorizedAt,
    bool StockSync,
    long? WarehouseId,
    string? WarehouseName,
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? NextSyncAt);
