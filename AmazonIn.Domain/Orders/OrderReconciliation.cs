namespace AmazonIn.Domain.Orders;

/// <summary>Checks an order's sums to the paisa, and what else about it a person should know (O3).</summary>
public static class OrderReconciliation
{
    public static IEnumerable<OrderFlag> Flags(MarketplaceOrder order, string expectedCurrency)
    {
        if (order.Status == MarketplaceOrderStatus.Unknown)
        {
            yield return OrderFlags.UnknownStatus(order.StatusText);
        }

        if (order.Status == MarketplaceOrderStatus.Unfulfillable)
        {
            yield return OrderFlags.Unfulfillable();
        }

        if (order.CancelRequestedByBuyer)
        {
            yield return OrderFlags.BuyerAskedToCancel();
        }

        if (!order.Complete)
        {
            yield return OrderFlags.ReadFromReport();
        }

        if (order.TextRepaired)
        {
            yield return OrderFlags.TextRepaired();
        }

        if (order.Currency != expectedCurrency)
        {
            yield return OrderFlags.ForeignCurrency(order.Currency, expectedCurrency);
        }

        foreach (var line in order.Lines)
        {
            if (line.Total is { } total && Parts(line) is { } parts && parts != total)
            {
                yield return OrderFlags.LineTotalDiffers(line.Sku, parts, total);
            }
        }

        var missing = order.Lines.Any(line => line.Quantity > 0 && (line.Total ?? Parts(line)) is null);
        if (order.GrandTotal is null || missing)
        {
            if (order.Status != MarketplaceOrderStatus.Cancelled)
            {
                yield return OrderFlags.AmountsMissing();
            }

            yield break;
        }

        var sum = order.Lines.Sum(line => line.Total ?? Parts(line) ?? 0m) + order.OrderCharges;
        if (sum != order.GrandTotal)
        {
            yield return OrderFlags.TotalsDiffer(sum, order.GrandTotal.Value, order.Currency);
        }
    }

    /// <summary>What the parts of a line add up to, or null where Amazon sent no item amount.</summary>
    public static decimal? Parts(MarketplaceOrderLine line) =>
        new LineAmounts(line.ItemAmount, line.Shipping, line.GiftWrap, line.OtherCharges, line.Discount).TotalWith(line.Tax);
}
