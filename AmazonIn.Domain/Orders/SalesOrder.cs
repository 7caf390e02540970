using System.Globalization;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>
/// A sale. One that came from Amazon is keyed by channel and Amazon order id (O1) and follows what Amazon says of it;
/// the buyer's personal data is not here but in the vault.
/// </summary>
public sealed class SalesOrder
{
    public const int AmazonOrderIdMaxLength = 40;
    public const int CurrencyLength = 3;
    public const int PaymentMethodMaxLength = 60;

    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderComment> _comments = [];

    private SalesOrder(string currency, string fingerprint)
    {
        Currency = currency;
        Fingerprint = fingerprint;
    }

    private SalesOrder(long channelId, string amazonOrderId, string currency)
        : this(currency, string.Empty)
    {
        ChannelId = channelId;
        AmazonOrderId = amazonOrderId;
    }

    public long Id { get; private set; }

    /// <summary>The number that people use, made from <see cref="Id"/>.</summary>
    public string Number => NumberOf(Id);

    public long? ChannelId { get; private set; }

    public string? AmazonOrderId { get; private set; }

    public OrderStatus Status { get; private set; }

    public FulfilledBy FulfilledBy { get; private set; }

    public bool EasyShip { get; private set; }

    public bool Prime { get; private set; }

    public bool Business { get; private set; }

    public string? ReplacesOrderId { get; private set; }

    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>Amazon's last update of what is stored.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ShipBy { get; private set; }

    public DateTimeOffset? FulfilledAt { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>When the buyer's personal data must be gone; null while the order is open.</summary>
    public DateTimeOffset? ContactExpiresAt { get; private set; }

    /// <summary>Whether the vault holds, or held, personal data for this order.</summary>
    public bool HasContact { get; private set; }

    public long? CustomerId { get; private set; }

    public GstState? PlaceOfSupply { get; private set; }

    /// <summary>ISO code of the delivery country; null where Amazon sent no address.</summary>
    public string? ShipToCountry { get; private set; }

    public GstTreatment GstTreatment { get; private set; }

    public long WarehouseId { get; private set; }

    public string? PaymentMethod { get; private set; }

    public string Currency { get; private set; }

    /// <summary>Amazon's grand total; null while Amazon sent none.</summary>
    public decimal? Total { get; private set; }

    public decimal OrderCharges { get; private set; }

    public bool CancelRequestedByBuyer { get; private set; }

    /// <summary>Hash of Amazon's answer without personal data, to tell an update from a replay.</summary>
    public string Fingerprint { get; private set; }

    public IReadOnlyList<OrderFlag> Flags { get; private set; } = [];

    /// <summary>Whether a flag waits for a person's decision; kept beside the flags so that lists can filter by it.</summary>
    public bool NeedsDecision { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    public IReadOnlyList<OrderComment> Comments => _comments;

    /// <summary>The number shown for an id.</summary>
    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"SO-{id:D5}");

    /// <summary>A new sales order for a purchase on Amazon, with the comment that it is paid (H3).</summary>
    public static SalesOrder FromAmazon(long channelId, MarketplaceOrder order, string fingerprint, ImportContext context)
    {
        var created = new SalesOrder(channelId, order.OrderId, order.Currency)
        {
            OrderedAt = order.CreatedAt,
            CreatedAt = context.Now,
            WarehouseId = context.WarehouseId,
        };
        created._comments.Add(new OrderComment(CommentKind.System, "Paid", "Amazon", order.CreatedAt));
        created.Take(order, fingerprint, context);
        return created;
    }

    /// <summary>
    /// Takes what Amazon says now. The warehouse stays: orders of before a mapping change stay where they were (W2).
    /// </summary>
    public void Take(MarketplaceOrder order, string fingerprint, ImportContext context)
    {
        var openBefore = Id != 0 && Status is OrderStatus.Confirmed or OrderStatus.PartiallyShipped;
        Fingerprint = fingerprint;
        UpdatedAt = order.UpdatedAt;
        FulfilledBy = order.FulfilledBy;
        EasyShip = order.EasyShip;
        Prime = order.Prime;
        Business = order.Business;
        ReplacesOrderId = order.ReplacesOrderId ?? ReplacesOrderId;
        ShipBy = order.ShipBy ?? ShipBy;
        PaymentMethod = Cut(order.PaymentMethod) ?? PaymentMethod;
        CancelRequestedByBuyer = order.CancelRequestedByBuyer;
        Currency = order.Currency;
        Total = order.GrandTotal ?? Total;
        OrderCharges = order.OrderCharges;
        TakeLines(order.Lines);
        TakePlace(order, context);
        TakeStatus(order, openBefore, context);
    }

    /// <summary>
    /// Takes only the status, from an answer that lacks the rest. What is stored stays, and so does its fingerprint, so
    /// that the next complete answer is taken whole.
    /// </summary>
    public void TakeStatus(MarketplaceOrder order, ImportContext context)
    {
        UpdatedAt = order.UpdatedAt;
        TakeStatus(order, Status is OrderStatus.Confirmed or OrderStatus.PartiallyShipped, context);
    }

    /// <summary>Whether an answer gives this order another status than it has.</summary>
    public bool DiffersInStatus(MarketplaceOrder order) => StatusOf(order.Status) != Status;

    /// <summary>The vault took the buyer's personal data.</summary>
    public void KeepContact() => HasContact = true;

    public void BelongTo(long customerId) => CustomerId = customerId;

    private void TakeLines(IReadOnlyList<MarketplaceOrderLine> lines)
    {
        var known = _lines.ToDictionary(line => line.OrderItemId, StringComparer.Ordinal);
        _lines.Clear();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = known.GetValueOrDefault(lines[index].OrderItemId)
                ?? new OrderLine(lines[index].OrderItemId, lines[index].Sku, index + 1);
            line.Take(lines[index], index + 1);
            _lines.Add(line);
        }
    }

    private void TakePlace(MarketplaceOrder order, ImportContext context)
    {
        var gstin = Gstin.Parse(order.Contact?.TaxRegistrationNumber);
        var flags = new List<OrderFlag>();
        var addressSent = order.ShipToState is not null || order.ShipToCountry is not null;
        if (addressSent || PlaceOfSupply is null)
        {
            var (place, placeFlags) = PlaceOfSupplyPolicy.Determine(
                order.ShipToCountry, order.ShipToState, order.Contact?.DeliveryAddress?.PostalCode, gstin);
            flags.AddRange(placeFlags);
            PlaceOfSupply = place.State;
            ShipToCountry = place.Abroad ? order.ShipToCountry!.Trim().ToUpperInvariant() : "IN";
            GstTreatment = GstTreatmentPolicy.Of(place, gstin);
            foreach (var line in _lines)
            {
                line.SetTaxes(place.Unknown || line.Tax is not { } tax
                    ? []
                    : TaxSplitPolicy.Split(tax, context.Home, place.State));
            }
        }
        else
        {
            foreach (var line in _lines)
            {
                line.SetTaxes(line.Tax is { } tax ? TaxSplitPolicy.Split(tax, context.Home, PlaceOfSupply) : []);
            }
        }

        if (order.Contact?.TaxRegistrationNumber is not null && gstin is null)
        {
            flags.Add(OrderFlags.GstinInvalid());
        }

        flags.AddRange(OrderReconciliation.Flags(order, context.Currency));
        Flags = flags;
        NeedsDecision = flags.Exists(flag => flag.NeedsDecision);
    }

    private void TakeStatus(MarketplaceOrder order, bool openBefore, ImportContext context)
    {
        Status = StatusOf(order.Status);
        FulfilledAt = Status == OrderStatus.Fulfilled ? FulfilledAt ?? FulfilmentTime(order, openBefore) : null;
        VoidedAt = Status == OrderStatus.Void ? VoidedAt ?? order.UpdatedAt : null;
        ContactExpiresAt = RetentionClock.ExpiresAt(FulfilledAt, VoidedAt, context.RetentionDays);
    }

    private static OrderStatus StatusOf(MarketplaceOrderStatus status) => status switch
    {
        MarketplaceOrderStatus.Shipped => OrderStatus.Fulfilled,
        MarketplaceOrderStatus.PartiallyShipped => OrderStatus.PartiallyShipped,
        MarketplaceOrderStatus.Cancelled => OrderStatus.Void,
        MarketplaceOrderStatus.Unknown or MarketplaceOrderStatus.PendingAvailability
            or MarketplaceOrderStatus.Pending or MarketplaceOrderStatus.Unshipped
            or MarketplaceOrderStatus.Unfulfillable => OrderStatus.Confirmed,
    };

    // The clock must never start later than delivery (security.md X2). Where no package tells the time and the
    // shipment happened before we first saw the order, Amazon's last update may be weeks late; then the latest ship-by
    // time stands in, and failing that the time of the order itself.
    private static DateTimeOffset FulfilmentTime(MarketplaceOrder order, bool openBefore)
    {
        if (order.ShippedAt is { } shipped)
        {
            return shipped;
        }

        if (openBefore)
        {
            return order.UpdatedAt;
        }

        return order.ShipBy is { } shipBy && shipBy < order.UpdatedAt ? shipBy : order.CreatedAt;
    }

    private static string? Cut(string? text) =>
        text is { Length: > PaymentMethodMaxLength } ? text[..PaymentMethodMaxLength] : text;
}
