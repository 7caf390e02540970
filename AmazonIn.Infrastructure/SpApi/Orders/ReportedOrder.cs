using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// An order as the All Orders report gives it: one row a line, without the buyer, without Amazon's item ids and without
/// a grand total. What comes of it says that it is not complete.
/// </summary>
internal sealed class ReportedOrder(string orderId)
{
    private readonly List<ReportedLine> _lines = [];

    public string OrderId => orderId;

    /// <summary>Rows of one order need not stand together.</summary>
    public static List<ReportedOrder> Group(IEnumerable<(string OrderId, ReportedLine Line)> rows)
    {
        Dictionary<string, ReportedOrder> orders = new(StringComparer.Ordinal);
        List<ReportedOrder> inTurn = [];
        foreach (var (orderId, line) in rows)
        {
            if (!orders.TryGetValue(orderId, out var order))
            {
                order = new ReportedOrder(orderId);
                orders.Add(orderId, order);
                inTurn.Add(order);
            }

            order._lines.Add(line);
        }

        return inTurn;
    }

    public MarketplaceRecord<MarketplaceOrder> ToRecord(string currency, DateTimeOffset now)
    {
        try
        {
            return new MarketplaceRecord<MarketplaceOrder>(orderId, Translate(currency, now));
        }
        catch (UnreadableRecordException unreadable)
        {
            return new MarketplaceRecord<MarketplaceOrder>(orderId, null, unreadable.Code, unreadable.Message);
        }
    }

    private MarketplaceOrder Translate(string currency, DateTimeOffset now)
    {
        if (_lines.Find(line => line.Fault is not null) is { Fault: { } fault })
        {
            throw new UnreadableRecordException("order.malformed", fault);
        }

        // An order of mixed lines has come as far as its furthest line that is not cancelled.
        var furthest = _lines.MaxBy(line => Progress(line.Status))!;
        var lines = Lines();
        var amounts = lines.ConvertAll(OrderReconciliation.Parts);
        var known = lines.TrueForAll(line => line.Quantity == 0 || line.ItemAmount is not null);
        return new MarketplaceOrder
        {
            OrderId = orderId,
            CreatedAt = PlausibleTime.Require(_lines[0].PurchasedAt, "purchase-date", now),
            UpdatedAt = PlausibleTime.Require(_lines.Max(line => line.UpdatedAt), "last-updated-date", now),
            Status = furthest.Status,
            StatusText = furthest.StatusText,
            FulfilledBy = furthest.FulfilledBy,
            EasyShip = _lines.Exists(line => line.EasyShip),
            Business = _lines.Exists(line => line.Business),
            ReplacesOrderId = _lines.Select(line => line.ReplacesOrderId).FirstOrDefault(id => id is not null),
            ShipToState = _lines.Select(line => line.State).FirstOrDefault(state => state is not null),
            ShipToCountry = _lines.Select(line => line.Country).FirstOrDefault(country => country is not null),
            PaymentMethod = PaymentWords.Of(_lines.Select(line => line.Payment)),
            Currency = _lines.Select(line => line.Currency).FirstOrDefault(code => code is not null) ?? currency,
            // The report has none, but all that it adds up from, except fees for cash on delivery.
            GrandTotal = known ? amounts.Sum(amount => amount ?? 0) : null,
            CancelRequestedByBuyer = _lines.Exists(line => line.CancelRequested),
            Lines = lines,
            Complete = false,
        };
    }

    private List<MarketplaceOrderLine> Lines()
    {
        Dictionary<string, int> occurrences = new(StringComparer.Ordinal);
        return _lines.ConvertAll(line =>
        {
            var number = occurrences.GetValueOrDefault(line.Sku) + 1;
            occurrences[line.Sku] = number;
            return line.ToLine(line.ItemId ?? ItemId(line.Sku, number));
        });
    }

    // Stands in for Amazon's id, the same in every report of this order.
    private static string ItemId(string sku, int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sku));
        return string.Create(
            CultureInfo.InvariantCulture, $"report-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}-{number}");
    }

    private static int Progress(MarketplaceOrderStatus status) => status switch
    {
        MarketplaceOrderStatus.Cancelled => 0,
        MarketplaceOrderStatus.Unknown => 1,
        MarketplaceOrderStatus.PendingAvailability => 2,
        MarketplaceOrderStatus.Pending => 3,
        MarketplaceOrderStatus.Unfulfillable => 4,
        MarketplaceOrderStatus.Unshipped => 5,
        MarketplaceOrderStatus.PartiallyShipped => 6,
        MarketplaceOrderStatus.Shipped => 7,
    };
}
