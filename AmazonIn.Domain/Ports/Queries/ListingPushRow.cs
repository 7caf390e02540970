using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>What a channel is to be told of an item, and how the last telling went.</summary>
/// <param name="StockSync">Whether the channel's stock changes are sent at all (K2).</param>
/// <param name="WarehouseName">Where the channel's stock comes from; null for the whole organisation.</param>
/// <param name="Available">Units available there.</param>
/// <param name="Buffer">Units kept back on this channel.</param>
/// <param name="Cap">The most that it is offered; null for no limit.</param>
/// <param name="Offered">What is to be offered now; null where we never send: FBA, or never counted.</param>
/// <param name="State">Null where nothing was to be sent yet.</param>
/// <param name="Due">Whether a change waits to be sent.</param>
/// <param name="Quantity">The figure last sent.</param>
/// <param name="Reason">Amazon's reason, or why it is tried again.</param>
/// <param name="Effective">What Amazon showed when it was read back.</param>
public sealed record ListingPushRow(
    long ListingId,
    long ChannelId,
    string ChannelName,
    ChannelState ChannelState,
    bool StockSync,
    string Sku,
    FulfilledBy FulfilledBy,
    string? WarehouseName,
    int Available,
    int Buffer,
    int? Cap,
    int? Offered,
    PushState? State,
    bool Due,
    int? Quantity,
    DateTimeOffset? SentAt,
    PushRoute? Route,
    string? RequestId,
    string? Reason,
    int Attempts,
    DateTimeOffset? NotBefore,
    int? Effective,
    DateTimeOffset? EffectiveAt);
