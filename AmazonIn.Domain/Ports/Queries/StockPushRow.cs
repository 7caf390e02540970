using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A listing's quantity on its way to Amazon.</summary>
/// <param name="Id">The outbox row.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="ItemId">The item whose stock it offers.</param>
/// <param name="Sku">The seller's SKU.</param>
/// <param name="Title">The listing's title.</param>
/// <param name="Group">As the screen tells them apart.</param>
/// <param name="State">How far the last sending came.</param>
/// <param name="Quantity">The figure last sent; null before the first.</param>
/// <param name="Effective">What Amazon showed when it was looked at after that; null before.</param>
/// <param name="Reason">Amazon's reason, or why it is tried again.</param>
/// <param name="RequestId">What Amazon's support asks for.</param>
/// <param name="SentAt">When the figure was sent.</param>
/// <param name="NextTryAt">When it is tried next; null where nothing is planned.</param>
/// <param name="Buffer">Units kept back on this channel.</param>
/// <param name="Cap">The most that this channel is offered.</param>
public sealed record StockPushRow(
    long Id,
    long ListingId,
    long ItemId,
    string Sku,
    string Title,
    StockPushGroup Group,
    PushState State,
    int? Quantity,
    int? Effective,
    string? Reason,
    string? RequestId,
    DateTimeOffset? SentAt,
    DateTimeOffset? NextTryAt,
    int Buffer,
    int? Cap);
