using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Orders.Wire;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Reads Amazon's order into our terms. What is missing stays missing; nothing is guessed.</summary>
internal static class OrderTranslator
{
    /// <param name="order">As parsed.</param>
    /// <param name="currency">Holds where the order carries no money.</param>
    /// <param name="now">Dates far after it are nonsense.</param>
    /// <param name="repaired">Whether its text had to be repaired.</param>
    /// <param name="complete">Whether every dataset was asked for.</param>
    /// <exception cref="UnreadableRecordException">The order makes no sense.</exception>
    public static MarketplaceOrder Translate(
        WireOrder order,
        string currency,
        DateTimeOffset now,
        bool repaired = false,
        bool complete = true)
    {
        var lines = Lines(order);
        var status = WireText.Trimmed(order.Fulfillment?.FulfillmentStatus);
        var address = order.Recipient?.DeliveryAddress;
        return new MarketplaceOrder
        {
            OrderId = WireText.Trimmed(order.OrderId) ?? throw Missing("orderId"),
            CreatedAt = PlausibleTime.Require(order.CreatedTime, "createdTime", now),
            UpdatedAt = PlausibleTime.Require(order.LastUpdatedTime, "lastUpdatedTime", now),
            Status = OrderStatuses.Of(status),
            StatusText = status,
            FulfilledBy = WireText.Is(order.Fulfillment?.FulfilledBy, "AMAZON")
                ? FulfilledBy.Amazon
                : FulfilledBy.Merchant,
            EasyShip = IsIn(order.Programs, "AMAZON_EASY_SHIP"),
            Prime = IsIn(order.Programs, "PRIME"),
            Business = IsIn(order.Programs, "AMAZON_BUSINESS"),
            ReplacesOrderId = Replaced(order.AssociatedOrders),
            ShipToState = WireText.Trimmed(address?.StateOrRegion),
            ShipToCountry = WireText.Trimmed(address?.CountryCode),
            PaymentMethod = PaymentWords.Of(
                (order.Payment?.PaymentExecutions ?? []).Select(paid => paid?.PaymentMethod)),
            Currency = CurrencyOf(order) ?? currency,
            GrandTotal = order.Proceeds?.GrandTotal?.Amount,
            OrderCharges = OrderCharges(order),
            ShipBy = PlausibleTime.OrNull(order.Fulfillment?.ShipByWindow?.LatestDateTime),
            ShippedAt = ShippedAt(order.Packages),
            CancelRequestedByBuyer = order.OrderItems!.Any(AskedToCancel),
            TextRepaired = repaired,
            Lines = lines,
            Contact = ContactTranslator.Translate(order),
            Complete = complete,
        };
    }

    private static MarketplaceOrderLine[] Lines(WireOrder order)
    {
        var items = order.OrderItems ?? throw Missing("orderItems");
        var lines = new MarketplaceOrderLine[items.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = Line(items[index] ?? throw Missing("orderItems"));
        }

        return lines;
    }

    private static MarketplaceOrderLine Line(WireOrderItem item)
    {
        var money = new LineMoney(item.Proceeds);
        var asin = WireText.Trimmed(item.Product?.Asin);
        return new MarketplaceOrderLine
        {
            OrderItemId = WireText.Trimmed(item.OrderItemId) ?? throw Missing("orderItemId"),
            Sku = WireText.OrNull(item.Product?.SellerSku) ?? (asin is null ? "(no SKU)" : $"ASIN:{asin}"),
            Asin = asin,
            Title = WireText.Trimmed(item.Product?.Title),
            Quantity = NotNegative(item.QuantityOrdered ?? throw Missing("quantityOrdered")),
            QuantityFulfilled = NotNegative(item.Fulfillment?.QuantityFulfilled ?? 0),
            UnitPrice = item.Product?.Price?.UnitPrice?.Amount,
            ItemAmount = money.Item,
            Shipping = money.Shipping,
            GiftWrap = money.GiftWrap,
            OtherCharges = money.Other,
            Discount = money.Discount,
            Tax = money.Tax,
            Total = money.Total,
        };
    }

    // Order breakdowns repeat what the lines hold, except charges that belong to no line. Where the lines hold no
    // money at all, only what can never be on one is left.
    private static decimal OrderCharges(WireOrder order)
    {
        if (order.Proceeds?.Breakdowns is not { Count: > 0 } breakdowns)
        {
            return 0;
        }

        var onLines = KindsOnLines(order.OrderItems!);
        var charges = 0m;
        foreach (var breakdown in breakdowns)
        {
            var kind = BreakdownKinds.Of(breakdown?.Type);
            var amount = breakdown?.Subtotal?.Amount ?? 0;
            if (kind == BreakdownKind.Tip || (onLines.Count > 0 && !onLines.Contains(kind)))
            {
                charges += kind == BreakdownKind.Discount ? -Math.Abs(amount) : amount;
            }
        }

        return charges;
    }

    private static HashSet<BreakdownKind> KindsOnLines(IReadOnlyList<WireOrderItem?> items)
    {
        HashSet<BreakdownKind> kinds = [];
        foreach (var item in items)
        {
            foreach (var breakdown in item?.Proceeds?.Breakdowns ?? [])
            {
                kinds.Add(BreakdownKinds.Of(breakdown?.Type));
            }
        }

        return kinds;
    }

    private static string? CurrencyOf(WireOrder order)
    {
        if (WireText.Trimmed(order.Proceeds?.GrandTotal?.CurrencyCode) is { } currency)
        {
            return currency;
        }

        foreach (var item in order.OrderItems!)
        {
            var seen = WireText.Trimmed(item?.Proceeds?.ProceedsTotal?.CurrencyCode)
                ?? WireText.Trimmed(item?.Product?.Price?.UnitPrice?.CurrencyCode);
            if (seen is not null)
            {
                return seen;
            }
        }

        return null;
    }

    private static DateTimeOffset? ShippedAt(IReadOnlyList<WirePackage?>? packages)
    {
        DateTimeOffset? latest = null;
        foreach (var package in packages ?? [])
        {
            var shipped = PlausibleTime.OrNull(package?.ShipTime);
            latest = latest is null || shipped > latest ? shipped ?? latest : latest;
        }

        return latest;
    }

    private static string? Replaced(IReadOnlyList<WireAssociatedOrder?>? orders)
    {
        foreach (var order in orders ?? [])
        {
            if (WireText.Is(order?.AssociationType, "REPLACEMENT_ORIGINAL_ID")
                || WireText.Is(order?.AssociationType, "EXCHANGE_ORIGINAL_ID"))
            {
                return WireText.Trimmed(order?.OrderId);
            }
        }

        return null;
    }

    private static bool AskedToCancel(WireOrderItem? item) =>
        item?.Cancellation?.CancellationRequest is { } request
        && (request.Requester is null || WireText.Is(request.Requester, "BUYER"));

    private static bool IsIn(IReadOnlyList<string?>? programs, string program)
    {
        foreach (var one in programs ?? [])
        {
            if (WireText.Is(one, program))
            {
                return true;
            }
        }

        return false;
    }

    private static int NotNegative(int quantity) => quantity >= 0
        ? quantity
        : throw new UnreadableRecordException(
            "order.negative-quantity", "Amazon sent this order with a negative quantity.");

    private static UnreadableRecordException Missing(string member) =>
        new("order.incomplete", $"Amazon sent this order without “{member}”, which it must have.");
}
