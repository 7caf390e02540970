using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A listing's quantity on its way to Amazon.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="ItemId">The item whose stock it offers.</param>
/// <param name="Sku">The seller's SKU.</param>
/// <param name="State">How it stands.</param>
/// <param name="QuantitySent">The figure last sent; null before the first.</param>
/// <param name="QuantityShown">What Amazon showed when it was looked at; null where it was not.</param>
/// <param name="Reason">Amazon's reason, or why it is tried again.</param>
/// <param name="SentAt">When the figure was sent.</param>
/// <param name="NextTryAt">When it is tried next; null where nothing is planned.</param>
/// <param name="Buffer">Units kept back on this channel.</param>
/// <param name="Cap">The most that this channel is offered; null for no limit.</param>
internal sealed record StockPushJson(
    long ListingId,
    long ItemId,
    string Sku,
    StockPushGroup State,
    int? QuantitySent,
    int? QuantityShown,
    string? Reason,
    DateTimeOffset? SentAt,
    DateTimeOffset? NextTryAt,
    int Buffer,
    int? Cap)
{
    public static StockPushJson Of(StockPushRow row) => new(
        row.ListingId,
        row.ItemId,
        row.Sku,
        row.Group,
        row.Quantity,
        row.Effective,
        row.Reason,
        row.SentAt,
        row.NextTryAt,
        row.Buffer,
        row.Cap);
}
