using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A connected seller account in one marketplace. Its token is never given out.</summary>
internal sealed record ChannelJson(
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
    DateTimeOffset? LastSyncAt,
    DateTimeOffset? NextSyncAt)
{
    public static ChannelJson Of(ChannelSummary channel) => new(
        channel.Id,
        channel.Name,
        channel.MarketplaceId,
        channel.SellerId,
        channel.Currency,
        channel.State,
        channel.Attention,
        channel.ConnectedAt,
        channel.AuthorizedAt,
        channel.StockSync,
        channel.WarehouseId,
        channel.LastSyncAt,
        channel.NextSyncAt);
}
