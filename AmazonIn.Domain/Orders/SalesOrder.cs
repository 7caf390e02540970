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

    /// <summary>Where Amazon says the order stands; null for an order made by hand.</summary>
    public OrderStatus? AmazonStatus { get; private set; }

    /// <summary>A person set the status; a sync does not change it and only says where Amazon differs.</summary>
    public bool StatusByHand { get; private set; }

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

    /// <summary>
    /// How often the time until then began: once for an order that is fulfilled and stays so, once more whenever it is
    /// fulfilled again, later than before.
    /// </summary>
    public int ExpiryStarts { get; private set; }

    /// <summary>The <see cref="ExpiryStarts"/> that the audit trail was last told of.</summary>
    public int ExpiryStartsTold { get; private set; }

    /// <summary>Whether the vault holds personal data for this order.</summary>
    public bool HasContact { get; private set; }

    /// <summary>
    /// When the buyer's personal data was deleted, or would have been had there been any. From then on none is stored for
    /// this order again, whatever becomes of it (X6).
    /// </summary>
    public DateTimeOffset? ContactDeletedAt { get; private set; }

    public long? CustomerId { get; private set; }

    public GstState? PlaceOfSupply { get; private set; }

    /// <summary>A person chose the place of supply; a sync does not change it and only says where Amazon differs.</summary>
    public bool PlaceByHand { get; private set; }

    /// <summary>The place of supply with what <see cref="PlaceOfSupply"/> alone does not say.</summary>
    public PlaceOfSupply Place => new(PlaceOfSupply, GstTreatment == GstTreatment.Overseas);

    /// <summary>ISO code of the delivery country; null where Amazon sent no address.</summary>
    public string? ShipToCountry { get; private set; }

    public GstTreatment GstTreatment { get; private set; }

    public long WarehouseId { get; private set; }

    public string? PaymentMethod { get; private set; }

    public string Currency { get; private set; }

    /// <summary>Amazon's grand total, or what the lines add up to once a person changed them; null while Amazon sent none.</summary>
    public decimal? Total { get; private set; }

    /// <summary>Amazon's grand total, whatever a person changed here.</summary>
    public decimal? AmazonTotal { get; private set; }

    public decimal OrderCharges { get; private set; }

    public bool CancelRequestedByBuyer { get; private set; }

    /// <summary>When a person decided to ship although the buyer asked to cancel (O2).</summary>
    public DateTimeOffset? CancelRequestDeclinedAt { get; private set; }

    /// <summary>Whether the buyer's request to cancel waits for a person's decision, and blocks shipping.</summary>
    public bool AwaitsCancelDecision => CancelRequestedByBuyer && CancelRequestDeclinedAt is null && Status != OrderStatus.Void;

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
        var openBefore = Id != 0 && IsOpen;
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
        AmazonTotal = order.GrandTotal ?? AmazonTotal;
        OrderCharges = order.OrderCharges;
        TakeLines(order.Lines);
        Total = ChangedByHand ? LinesTotal() : AmazonTotal;
        TakePlace(order, context);
        TakeStatus(order, openBefore, context);
        if (StatusByHand)
        {
            Flag([.. Flags, OrderFlags.AmazonStatusDiffers(AmazonStatus!.Value, Status)]);
        }

        FlagDifferences();
    }

    /// <summary>
    /// Takes only the status, from an answer that lacks the rest. What is stored stays, and so does its fingerprint, so
    /// that the next complete answer is taken whole.
    /// </summary>
    public void TakeStatus(MarketplaceOrder order, ImportContext context)
    {
        UpdatedAt = order.UpdatedAt;
        TakeStatus(order, IsOpen, context);
    }

    /// <summary>Whether an answer gives this order another status than Amazon gave it before.</summary>
    public bool DiffersInStatus(MarketplaceOrder order) => StatusOf(order.Status) != AmazonStatus;

    /// <summary>Confirmed or partially shipped.</summary>
    public bool IsOpen => Status is OrderStatus.Confirmed or OrderStatus.PartiallyShipped;

    /// <summary>Whether a person changed a line of what Amazon sent.</summary>
    public bool ChangedByHand => _lines.Exists(line => line.ByHand);

    /// <summary>The vault took the buyer's personal data.</summary>
    public void KeepContact() => HasContact = true;

    /// <summary>
    /// Marks the order where the time of its personal data has run out. From then on none is stored for it, also when it
    /// is opened again (X6).
    /// </summary>
    /// <returns>Whether it is marked, now or since earlier.</returns>
    public bool ExpireContact(DateTimeOffset now)
    {
        if (ContactExpiresAt <= now)
        {
            ContactDeletedAt ??= now;
        }

        return ContactDeletedAt is not null;
    }

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
            known.Remove(line.OrderItemId);
        }

        // What a person added or changed stays, whatever Amazon leaves out.
        foreach (var line in known.Values.Where(line => line.ByHand))
        {
            line.GoneAtAmazon();
            line.Stand(_lines.Count + 1);
            _lines.Add(line);
        }
    }

    private void TakePlace(MarketplaceOrder order, ImportContext context)
    {
        var gstin = Gstin.Parse(order.Contact?.TaxRegistrationNumber);
        var flags = new List<OrderFlag>();
        if (order.ShipToState is not null || order.ShipToCountry is not null || Place.Unknown)
        {
            var (sent, placeFlags) = PlaceOfSupplyPolicy.Determine(
                order.ShipToCountry, order.ShipToState, order.Contact?.DeliveryAddress?.PostalCode, gstin);
            flags.AddRange(placeFlags);
            ShipToCountry = sent.Abroad ? order.ShipToCountry!.Trim().ToUpperInvariant() : "IN";
            if (PlaceByHand)
            {
                flags.RemoveAll(OrderFlags.IsAboutState);
                if (!sent.Unknown && sent != Place)
                {
                    flags.Add(OrderFlags.AmazonPlaceDiffers(sent.State, PlaceOfSupply));
                }
            }

            var place = PlaceByHand ? Place : sent;
            PlaceOfSupply = place.State;
            GstTreatment = GstTreatmentPolicy.Of(place, gstin);
        }

        foreach (var line in _lines.Where(line => !line.ByHand))
        {
            line.SetTaxes(Place.Unknown || line.Tax is not { } tax
                ? []
                : TaxSplitPolicy.Split(tax, context.Home, PlaceOfSupply));
        }

        if (order.Contact?.TaxRegistrationNumber is not null && gstin is null)
        {
            flags.Add(OrderFlags.GstinInvalid());
        }

        Flag([.. flags, .. OrderReconciliation.Flags(order, context.Currency)]);
    }

    private void TakeStatus(MarketplaceOrder order, bool openBefore, ImportContext context)
    {
        AmazonStatus = StatusOf(order.Status);
        StatusByHand &= AmazonStatus != Status;
        if (StatusByHand)
        {
            return;
        }

        CountFulfilled();
        Status = Derive();
        FulfilledAt = Status == OrderStatus.Fulfilled ? FulfilledAt ?? FulfilmentTime(order, openBefore) : null;
        VoidedAt = Status == OrderStatus.Void ? VoidedAt ?? order.UpdatedAt : null;
        ExpireAt(RetentionClock.ExpiresAt(FulfilledAt, VoidedAt, context.RetentionDays));
    }

    /// <summary>
    /// Sets how many units of each line left in our own shipments. The order becomes partially shipped or fulfilled by
    /// it; Amazon's count only adds to that.
    /// </summary>
    /// <param name="shipped">Units by line id; a line that is not named has none.</param>
    /// <param name="shippedAt">The latest of the shipments, from which the 30 days count (X2, X3).</param>
    public void CountShipments(IReadOnlyDictionary<long, int> shipped, DateTimeOffset shippedAt, int retentionDays)
    {
        foreach (var line in _lines)
        {
            line.CountShipped(shipped.GetValueOrDefault(line.Id));
        }

        if (Status == OrderStatus.Void)
        {
            return;
        }

        // Where a person reopened what Amazon holds for shipped, only our own parcels count.
        if (StatusByHand)
        {
            _lines.ForEach(line => line.CountFulfilled(line.QuantityShipped));
            Stand(DeriveFromShipments(), shippedAt, retentionDays);
            return;
        }

        // A shipment is nobody's decision on the status: what Amazon says later still counts.
        CountFulfilled();
        Stand(Derive(), shippedAt, retentionDays);
        StatusByHand = false;
    }

    /// <summary>Fulfils the order without a shipment of ours: everything has left (O4).</summary>
    public void Fulfil(DateTimeOffset at, int retentionDays)
    {
        foreach (var line in _lines)
        {
            line.CountFulfilled(line.Quantity);
        }

        Stand(OrderStatus.Fulfilled, at, retentionDays);
    }

    /// <summary>
    /// Opens the order again: nothing has left. Its shipments must have been undone before (O4). When it is fulfilled
    /// again the 30 days start anew (X3).
    /// </summary>
    /// <param name="amazonTold">Amazon may hold a shipment of it, so that its next word would close the order again.</param>
    public void Unfulfil(int retentionDays, bool amazonTold = false)
    {
        foreach (var line in _lines)
        {
            line.CountShipped(0);
            line.CountFulfilled(0);
        }

        Stand(OrderStatus.Confirmed, default, retentionDays);
        StatusByHand |= amazonTold;
    }

    /// <summary>Voids the order; what has left stays left (O4).</summary>
    public void Void(DateTimeOffset at, int retentionDays) => Stand(OrderStatus.Void, at, retentionDays);

    /// <summary>A person ships although the buyer asked to cancel.</summary>
    public void DeclineCancelRequest(DateTimeOffset at) => CancelRequestDeclinedAt = at;

    public void Comment(string text, string author, DateTimeOffset at) =>
        _comments.Add(new OrderComment(CommentKind.Person, text, author, at));

    /// <summary>
    /// Takes an edit as <see cref="OrderEditPolicy"/> worked it out. A line that was added and that the edit no longer
    /// names is removed; Amazon's lines stay.
    /// </summary>
    /// <param name="outcome">Of all lines that stay.</param>
    /// <param name="items">What added lines sell, by item.</param>
    public void Edit(OrderOutcome outcome, IReadOnlyDictionary<long, SoldItem> items)
    {
        var kept = outcome.Lines.Select(line => line.Wanted.LineId).ToHashSet();
        _lines.RemoveAll(line => line.AddedByHand && !kept.Contains(line.Id));
        foreach (var line in outcome.Lines)
        {
            var ours = _lines.Find(known => line.Wanted.LineId != 0 && known.Id == line.Wanted.LineId);
            if (ours is null)
            {
                var number = _lines.Select(known => known.AddedNumber).DefaultIfEmpty().Max() + 1;
                ours = OrderLine.Add(number, items[line.Wanted.ItemId!.Value], _lines.Count + 1);
                _lines.Add(ours);
            }

            ours.Take(line);
        }

        for (var index = 0; index < _lines.Count; index++)
        {
            _lines[index].Stand(index + 1);
        }

        Total = ChangedByHand ? LinesTotal() : AmazonTotal;
        FlagDifferences();
    }

    /// <summary>
    /// A person decides where the goods go; a sync no longer changes it. The taxes of the lines follow with the edit.
    /// </summary>
    public void ChoosePlace(PlaceOfSupply place)
    {
        PlaceByHand = true;
        PlaceOfSupply = place.State;
        GstTreatment = place.Abroad ? GstTreatment.Overseas
            : GstTreatment == GstTreatment.RegisteredBusiness ? GstTreatment.RegisteredBusiness
            : GstTreatment.Consumer;
        Flag([.. Flags.Where(flag => !OrderFlags.IsAboutState(flag) && flag.Code != "amazon.place-differs")]);
    }

    /// <summary>The order is tracked in another warehouse; its stock follows with the next save.</summary>
    public void TrackIn(long warehouseId) => WarehouseId = warehouseId;

    /// <summary>
    /// Looks again where the order stands after its quantities were changed: what is left may all have left already.
    /// </summary>
    /// <param name="lastShippedAt">When the latest shipment left, from which the 30 days count.</param>
    public void Recount(DateTimeOffset lastShippedAt, int retentionDays)
    {
        if (IsOpen && AllShipped)
        {
            Stand(OrderStatus.Fulfilled, lastShippedAt, retentionDays);
        }
    }

    /// <summary>An order that did not come from a marketplace; its lines follow by <see cref="Edit"/>.</summary>
    public static SalesOrder MadeByHand(
        string currency, long warehouseId, PlaceOfSupply place, long? customerId, DateTimeOffset now)
    {
        var order = new SalesOrder(currency, string.Empty)
        {
            OrderedAt = now,
            UpdatedAt = now,
            CreatedAt = now,
            WarehouseId = warehouseId,
            CustomerId = customerId,
        };
        order.ChoosePlace(place);
        return order;
    }

    /// <summary>
    /// A new order, made by hand, with the same lines. It takes over no contact, no customer, no Amazon id and no
    /// remark: nothing by which the buyer could be told (O5).
    /// </summary>
    public SalesOrder Clone(long warehouseId, DateTimeOffset now)
    {
        var copy = MadeByHand(Currency, warehouseId, Place, customerId: null, now);
        copy.PlaceByHand = !Place.Unknown;
        foreach (var line in _lines.Where(line => line.Quantity > 0))
        {
            copy._lines.Add(line.CopyByHand(copy._lines.Count + 1));
        }

        copy.Total = copy.LinesTotal();
        return copy;
    }

    private void Stand(OrderStatus status, DateTimeOffset at, int retentionDays)
    {
        StatusByHand = AmazonStatus is { } amazon && amazon != status;
        FulfilledAt = status == OrderStatus.Fulfilled ? (Status == OrderStatus.Fulfilled ? FulfilledAt : null) ?? at : null;
        VoidedAt = status == OrderStatus.Void ? VoidedAt ?? at : null;
        Status = status;
        ExpireAt(RetentionClock.ExpiresAt(FulfilledAt, VoidedAt, retentionDays));
    }

    private void ExpireAt(DateTimeOffset? at)
    {
        if (at is not null && (ContactExpiresAt is null || at > ContactExpiresAt))
        {
            ExpiryStarts++;
        }

        ContactExpiresAt = at;
    }

    private void CountFulfilled()
    {
        foreach (var line in _lines)
        {
            line.CountFulfilled(Math.Max(line.QuantityFulfilledAtAmazon, line.QuantityShipped));
        }
    }

    private bool AllShipped => _lines.Exists(line => line.Quantity > 0)
        && _lines.TrueForAll(line => line.QuantityShipped >= line.Quantity);

    private OrderStatus Derive()
    {
        if (AmazonStatus is OrderStatus.Void or OrderStatus.Fulfilled)
        {
            return AmazonStatus.Value;
        }

        var ours = DeriveFromShipments();
        return ours == OrderStatus.Confirmed && AmazonStatus == OrderStatus.PartiallyShipped ? OrderStatus.PartiallyShipped : ours;
    }

    private OrderStatus DeriveFromShipments()
    {
        if (AllShipped)
        {
            return OrderStatus.Fulfilled;
        }

        return _lines.Exists(line => line.QuantityShipped > 0) ? OrderStatus.PartiallyShipped : OrderStatus.Confirmed;
    }

    private decimal LinesTotal() =>
        _lines.Sum(line => line.Total ?? line.Amounts.TotalWith(line.Tax) ?? 0m) + OrderCharges;

    private void FlagDifferences() => Flag(
    [
        .. Flags.Where(flag => !OrderFlags.IsLineDifference(flag)),
        .. _lines.Where(line => line.DiffersFromAmazon).Select(line => OrderFlags.AmazonLineDiffers(line, Currency)),
    ]);

    private void Flag(IReadOnlyList<OrderFlag> flags)
    {
        Flags = flags;
        NeedsDecision = flags.Any(flag => flag.NeedsDecision);
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
