using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

/// <summary>
/// Sales orders as screens read them. The default one is a consumer's in Tamil Nadu: two kettles of ₹499.00, shipping
/// ₹40.00, a discount of ₹50.00, tax ₹18.01 on IGST0; together ₹1,006.01.
/// </summary>
internal static class AnOrder
{
    public static DateTimeOffset OrderedAt { get; } = new(2026, 11, 23, 4, 5, 0, TimeSpan.Zero);

    public static SalesOrderRow Row(
        long id = 12,
        OrderStatus status = OrderStatus.Confirmed,
        FulfilledBy fulfilledBy = FulfilledBy.Merchant,
        bool easyShip = false,
        DateTimeOffset? shipBy = null,
        string? state = "33",
        GstTreatment treatment = GstTreatment.Consumer,
        string currency = "INR",
        decimal? total = 1006.01m,
        bool needsDecision = false,
        bool cancelRequested = false,
        string amazonOrderId = "404-1234567-8901234") => new(
            id, SalesOrder.NumberOf(id), 1, "Amazon IN", amazonOrderId, status, fulfilledBy, easyShip, OrderedAt,
            OrderedAt.AddHours(1), shipBy, 8, "Amazon IN - Customer", GstState.Find(state), treatment, 2, currency, total,
            needsDecision, cancelRequested);

    public static OrderLineRow Line(
        int number = 1,
        string sku = "KET-BLU-1L",
        string? title = "Blue enamel kettle, 1 litre",
        int quantity = 2,
        int fulfilled = 0,
        decimal? unitPrice = 499m,
        decimal? itemAmount = 998m,
        decimal shipping = 40m,
        decimal giftWrap = 0m,
        decimal other = 0m,
        decimal discount = 50m,
        decimal? tax = 18.01m,
        IReadOnlyList<TaxAmount>? taxes = null,
        decimal? total = 1006.01m,
        long? itemId = 1) => new(
            number, number, $"0{number}234567890123", sku, "B0KETTLE01", itemId, title, quantity, fulfilled, unitPrice,
            itemAmount, shipping, giftWrap, other, discount, tax,
            taxes ?? (tax is { } amount ? [new TaxAmount(TaxComponent.Igst, 0m, amount)] : []), total);

    public static SalesOrderDetails Details(
        SalesOrderRow? row = null,
        IReadOnlyList<OrderLineRow>? lines = null,
        IReadOnlyList<OrderFlag>? flags = null,
        IReadOnlyList<CommentRow>? comments = null,
        string? paymentMethod = "Cash on delivery",
        decimal orderCharges = 0m,
        string? shipToCountry = "IN",
        DateTimeOffset? fulfilledAt = null,
        DateTimeOffset? voidedAt = null,
        DateTimeOffset? contactExpiresAt = null,
        bool hasContact = true,
        bool prime = false,
        bool business = false,
        string? replaces = null) => new(
            row ?? Row(), prime, business, replaces, shipToCountry, paymentMethod, orderCharges, fulfilledAt, voidedAt,
            contactExpiresAt, hasContact, 1, "Bengaluru", lines ?? [Line()],
            comments ?? [new CommentRow(1, CommentKind.System, "Paid", "Amazon", OrderedAt)], flags ?? []);
}
