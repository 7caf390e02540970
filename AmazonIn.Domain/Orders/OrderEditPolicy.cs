using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>Works out what an edit makes of an order, for the screen as one types and for saving alike.</summary>
public static class OrderEditPolicy
{
    /// <summary>
    /// Applies the edit. A line with a rate gets its tax from the taxable value. A line at zero percent keeps the amount
    /// that Amazon sent, until its own value changes or another line of the order gets a proper rate: then its tax is
    /// recalculated at zero percent, and is nothing (T5).
    /// </summary>
    /// <param name="lines">All lines of the order.</param>
    /// <param name="before">Where the goods went, before the edit.</param>
    /// <param name="place">Where the goods go, after the edit.</param>
    /// <param name="home">The seller's registered state; null leaves taxes without components.</param>
    /// <param name="orderCharges">Charges that are on no line.</param>
    public static OrderOutcome Apply(
        IReadOnlyList<EditedLine> lines,
        PlaceOfSupply before,
        PlaceOfSupply place,
        GstState? home,
        decimal orderCharges)
    {
        var rated = lines.Any(line => line.Wanted.Rate != 0m);
        var outcomes = lines.Select(line => Apply(line, rated, place, home, before != place)).ToList();
        return new OrderOutcome(
            outcomes,
            outcomes.Sum(line => line.Amounts.TaxableValue ?? 0m),
            outcomes.Sum(line => line.Tax ?? 0m),
            outcomes.Sum(line => line.Total ?? 0m) + orderCharges);
    }

    /// <summary>What the tax at a rate comes to on a value: to the paisa, half a paisa up.</summary>
    public static decimal TaxOn(decimal taxableValue, decimal rate) =>
        Math.Round(taxableValue * rate / 100m, 2, MidpointRounding.AwayFromZero);

    private static LineOutcome Apply(
        EditedLine line, bool rated, PlaceOfSupply place, GstState? home, bool placeChanged)
    {
        var (before, wanted) = (line.Before, line.Wanted);
        var amounts = AmountsOf(before, wanted);
        var sameValue = before is not null && before.Amounts == amounts;
        var (tax, loss) = wanted.Rate == 0m
            ? AtZero(line, amounts, sameValue, rated)
            : (amounts.TaxableValue is { } value ? TaxOn(value, wanted.Rate) : before?.Tax, null);
        var same = sameValue && before!.Quantity == wanted.Quantity && before.UnitPrice == wanted.UnitPrice
            && before.Tax == tax && before.Rate == wanted.Rate;
        var taxes = same && !placeChanged ? before!.Taxes
            : tax is { } sum && home is not null && !place.Unknown
            ? TaxSplitPolicy.Split(sum, home, place.State, wanted.Rate)
            : [];
        var total = same && before!.Total is { } sent ? sent : amounts.TotalWith(tax);
        return new LineOutcome(wanted, amounts, tax, taxes, total, !same, loss);
    }

    // Amazon's item amount holds while quantity and price do: it need not be their product.
    private static LineAmounts AmountsOf(LineFigures? before, LineEdit wanted)
    {
        var samePrice = before is not null && before.Quantity == wanted.Quantity && before.UnitPrice == wanted.UnitPrice;
        var itemAmount = samePrice ? before!.Amounts.ItemAmount
            : wanted.UnitPrice is { } price ? Math.Round(wanted.Quantity * price, 2, MidpointRounding.AwayFromZero)
            : wanted.Quantity == 0 ? 0m
            : null;
        return new LineAmounts(
            itemAmount, wanted.Shipping, wanted.GiftWrap, before?.Amounts.OtherCharges ?? 0m, wanted.Discount);
    }

    private static (decimal? Tax, TaxLoss? Loss) AtZero(EditedLine line, LineAmounts amounts, bool sameValue, bool rated)
    {
        if (line.Before is not { } before)
        {
            return (0m, null);
        }

        if (before.Rate == 0m && sameValue && !rated)
        {
            return (before.Tax, null);
        }

        if (before.Rate != 0m || before.Tax is not { } amount || amount == 0m)
        {
            return (before.Tax is null ? null : 0m, null);
        }

        // Nothing is left on the line that could be taxed.
        return amounts.TaxableValue == 0m && !sameValue
            ? (0m, null)
            : (0m, new TaxLoss(line.Wanted.LineId, before.Sku, amount));
    }
}
