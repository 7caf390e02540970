using AmazonIn.Infrastructure.SpApi.Orders.Wire;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// An order item's proceeds, sorted into our columns. In every sample of Amazon's the breakdowns add up to the total
/// with the tax on top; the sign of a discount is in none, so the total decides it.
/// </summary>
internal readonly ref struct LineMoney
{
    public LineMoney(WireItemProceeds? proceeds)
    {
        Total = proceeds?.ProceedsTotal?.Amount;
        if (proceeds?.Breakdowns is not { Count: > 0 } breakdowns)
        {
            return;
        }

        decimal? tax = null;
        var discounts = 0m;
        foreach (var breakdown in breakdowns)
        {
            if (breakdown?.Subtotal?.Amount is not { } amount)
            {
                continue;
            }

            switch (BreakdownKinds.Of(breakdown.Type))
            {
                case BreakdownKind.Item:
                    Item = (Item ?? 0) + amount;
                    break;
                case BreakdownKind.Shipping:
                    Shipping += amount;
                    break;
                case BreakdownKind.GiftWrap:
                    GiftWrap += amount;
                    break;
                case BreakdownKind.Tax:
                    tax = (tax ?? 0) + amount;
                    break;
                case BreakdownKind.Discount:
                    discounts += amount;
                    break;
                case BreakdownKind.CodFee:
                case BreakdownKind.Tip:
                case BreakdownKind.Other:
                    Other += amount;
                    break;
            }
        }

        // Amazon leaves the tax out where there is none.
        Tax = tax ?? 0;
        Discount = DiscountOf(discounts, (Item ?? 0) + Shipping + GiftWrap + Other + Tax.Value, Total);
    }

    public decimal? Item { get; }

    public decimal Shipping { get; }

    public decimal GiftWrap { get; }

    public decimal Other { get; }

    public decimal Discount { get; }

    public decimal? Tax { get; }

    public decimal? Total { get; }

    private static decimal DiscountOf(decimal sent, decimal others, decimal? total) =>
        total == others + sent ? -sent
        : total == others - sent ? sent
        : Math.Abs(sent);
}
