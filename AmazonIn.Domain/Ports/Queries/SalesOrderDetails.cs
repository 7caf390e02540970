using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A sales order with everything but the buyer's personal data.</summary>
/// <param name="Version">What a person has before them; an edit of another version is refused.</param>
/// <param name="AmazonTotal">Amazon's grand total, whatever a person changed here.</param>
/// <param name="PlaceByHand">A person chose the place of supply.</param>
public sealed record SalesOrderDetails(
    SalesOrderRow Order,
    bool Prime,
    bool Business,
    string? ReplacesOrderId,
    string? ShipToCountry,
    string? PaymentMethod,
    decimal OrderCharges,
    DateTimeOffset? FulfilledAt,
    DateTimeOffset? VoidedAt,
    DateTimeOffset? ContactExpiresAt,
    bool HasContact,
    long WarehouseId,
    string WarehouseName,
    IReadOnlyList<OrderLineRow> Lines,
    IReadOnlyList<CommentRow> Comments,
    IReadOnlyList<OrderFlag> Flags,
    int Version = 0,
    decimal? AmazonTotal = null,
    bool PlaceByHand = false,
    DateTimeOffset? ContactDeletedAt = null)
{
    /// <summary>
    /// Since when the buyer's contact is gone; null while it is not. What has expired is gone, also before the sweep has
    /// destroyed it.
    /// </summary>
    public DateTimeOffset? ContactGoneAt(DateTimeOffset now) =>
        ContactDeletedAt ?? (ContactExpiresAt <= now ? ContactExpiresAt : null);
}
