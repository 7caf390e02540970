using System.Buffers;
using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Reports;
using AmazonIn.Infrastructure.Sandbox.Seed;

namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

/// <summary>An order of the file, kept in a few hundred bytes and written as JSON when it is asked for.</summary>
internal sealed class FileOrder : OrderBody
{
    private FileLine[] lines = [];

    public required string Id { get; init; }

    public required string MerchantOrderId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset LastUpdated { get; set; }

    public required bool ByAmazon { get; init; }

    public required string SalesChannel { get; init; }

    public required string ServiceLevel { get; init; }

    public required string City { get; init; }

    public required string State { get; init; }

    public required string PostalCode { get; init; }

    public required string Country { get; init; }

    public required string FulfilledBy { get; init; }

    public required bool Business { get; init; }

    public required string PurchaseOrderNumber { get; init; }

    public IReadOnlyList<FileLine> Lines => lines;

    /// <summary>The furthest state of its lines that is not cancelled.</summary>
    public FileStatus Status => lines.Select(line => FileStatus.Of(line.OrderStatus)).MaxBy(status => status.Rank)!;

    public void Add(FileLine line) => lines = [.. lines, line];

    public override void WriteJson(IBufferWriter<byte> output)
    {
        var status = Status;
        var easyShip = status.EasyShip || FulfilledBy.Equals("Easy Ship", StringComparison.OrdinalIgnoreCase);
        var order = new OrderDraft
        {
            OrderId = Id,
            SellerOrderId = MerchantOrderId == Id ? null : NullIfEmpty(MerchantOrderId),
            Created = Created,
            LastUpdated = LastUpdated,
            Status = status.Status,
            FulfilledBy = ByAmazon ? "AMAZON" : "MERCHANT",
            ChannelName = IsElsewhere ? "NON_AMAZON" : "AMAZON",
            MarketplaceName = SalesChannel.Length > 0 ? SalesChannel : Marketplaces.India.Name,
            Currency = lines.Select(line => line.Currency).FirstOrDefault(currency => currency.Length > 0)
                ?? Marketplaces.India.Currency,
            Buyer = PurchaseOrderNumber.Length > 0 ? new OrderBuyer(null, null, null, PurchaseOrderNumber) : null,
            Address = new OrderAddress
            {
                City = NullIfEmpty(City),
                State = NullIfEmpty(State),
                PostalCode = NullIfEmpty(PostalCode),
                CountryCode = NullIfEmpty(Country),
            },
            ServiceLevel = NullIfEmpty(ServiceLevel.ToUpperInvariant().Replace(' ', '_')),
        };
        if (easyShip)
        {
            order.Programs.Add("AMAZON_EASY_SHIP");
        }

        if (Business)
        {
            order.Programs.Add("AMAZON_BUSINESS");
        }

        for (var number = 0; number < lines.Length; number++)
        {
            order.Lines.Add(Line(lines[number], number, status));
        }

        if (status.PackageStatus is not null && !ByAmazon)
        {
            order.Packages.Add(new OrderPackage
            {
                ReferenceId = "1",
                Status = status.PackageStatus,
                DetailedStatus = status.DetailedStatus,
                Items =
                [
                    .. order.Lines
                        .Where(line => line.Quantity > 0)
                        .Select(line => (line.OrderItemId, line.Quantity)),
                ],
            });
        }

        OrderJson.Write(order, output);
    }

    /// <summary>The lines as they stood in the file, but with the last update that this marketplace presents.</summary>
    public override void WriteReportRows(OrderEntry order, ReportRowWriter rows)
    {
        foreach (var line in lines)
        {
            var extras = line.Extras ?? new FileLineExtras();
            rows.Row(
                Id,
                MerchantOrderId,
                OrderReportRows.Time(Created),
                OrderReportRows.Time(LastUpdated),
                line.OrderStatus,
                ByAmazon ? "Amazon" : "Merchant",
                SalesChannel,
                "",
                ServiceLevel,
                line.Title,
                line.Sku,
                line.Asin,
                line.ItemStatus,
                line.Quantity.ToString(CultureInfo.InvariantCulture),
                line.Currency,
                Text(line.ItemPrice),
                Text(extras.ItemTax),
                Text(extras.ShippingPrice),
                Text(extras.ShippingTax),
                Text(extras.GiftWrapPrice),
                Text(extras.GiftWrapTax),
                Text(extras.ItemDiscount),
                Text(extras.ShippingDiscount),
                City,
                State,
                PostalCode,
                Country,
                extras.PromotionIds,
                Business ? "true" : "false",
                PurchaseOrderNumber,
                extras.PriceDesignation,
                FulfilledBy);
        }
    }

    // Shipments on behalf of other shops stand in the same report. They are served under the Indian marketplace,
    // since that is the one whose report they stand in.
    private bool IsElsewhere => SalesChannel.StartsWith("Non-Amazon", StringComparison.OrdinalIgnoreCase);

    private OrderLineDraft Line(FileLine line, int number, FileStatus order)
    {
        var extras = line.Extras ?? new FileLineExtras();
        var cancelled = FileStatus.Of(line.OrderStatus).Status == "CANCELLED";
        var shipped = order.Status == "SHIPPED" && !cancelled ? line.Quantity : 0;
        return new OrderLineDraft
        {
            OrderItemId = OrderItemId(number),
            Quantity = line.Quantity,
            Sku = line.Sku,
            Asin = NullIfEmpty(line.Asin),
            Title = NullIfEmpty(line.Title),
            UnitPrice = line is { Quantity: > 0, ItemPrice: { } price }
                ? decimal.Round(price / line.Quantity, 2, MidpointRounding.AwayFromZero)
                : null,
            BusinessPrice = extras.PriceDesignation.Length > 0,
            Fulfilled = shipped,
            Unfulfilled = cancelled ? 0 : line.Quantity - shipped,
            CancelledBy = cancelled ? "BUYER" : null,
            Promotions = extras.PromotionIds.Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Money = new LineMoney
            {
                Item = line.ItemPrice,
                Shipping = extras.ShippingPrice,
                GiftWrap = extras.GiftWrapPrice,
                DiscountOnItem = Negative(extras.ItemDiscount),
                DiscountOnShipping = Negative(extras.ShippingDiscount),
                TaxOnItem = extras.ItemTax,
                TaxOnShipping = extras.ShippingTax,
                TaxOnGiftWrap = extras.GiftWrapTax,
            },
        };
    }

    /// <summary>The report has no ids of lines; these follow from the order's id and the line's place in it.</summary>
    private string OrderItemId(int number) =>
        (StableHash.Of(Id, number) % 100_000_000_000_000UL).ToString("D14", CultureInfo.InvariantCulture);

    private static decimal? Negative(decimal? amount) => amount is { } value ? -Math.Abs(value) : null;

    private static string? Text(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
