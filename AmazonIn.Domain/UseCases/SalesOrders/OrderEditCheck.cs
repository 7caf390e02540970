using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>Whether figures that a person typed can stand. What nobody touched is never refused.</summary>
internal static class OrderEditCheck
{
    public static Error? Of(IReadOnlyList<EditedLine> lines, IReadOnlyList<string> skus, PlaceOfSupply place)
    {
        if (lines.Count > OrderErrors.MaxLines)
        {
            return OrderErrors.TooManyLines;
        }

        for (var index = 0; index < lines.Count; index++)
        {
            if (Of(lines[index], skus[index], place) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>What the outcome rules out: a discount beyond the line, or a value that cannot be reckoned.</summary>
    public static Error? Of(OrderOutcome outcome, IReadOnlyList<string> skus)
    {
        for (var index = 0; index < outcome.Lines.Count; index++)
        {
            var line = outcome.Lines[index];
            if (!line.Changed)
            {
                continue;
            }

            if (line.Amounts.TaxableValue is not { } value)
            {
                return OrderErrors.PriceMissing(skus[index]);
            }

            if (value < 0m)
            {
                return OrderErrors.DiscountTooLarge(skus[index]);
            }

            if (line.Amounts.ItemAmount > LineEdit.MaxAmount)
            {
                return OrderErrors.AmountOutOfRange(skus[index], "amount");
            }
        }

        return null;
    }

    private static Error? Of(EditedLine line, string sku, PlaceOfSupply place)
    {
        var (before, wanted) = (line.Before, line.Wanted);
        if (wanted.Quantity is < 0 or > LineEdit.MaxQuantity && wanted.Quantity != before?.Quantity)
        {
            return OrderErrors.QuantityOutOfRange(sku);
        }

        if (before is null && wanted.Quantity == 0)
        {
            return OrderErrors.AddedWithoutUnits(sku);
        }

        if (before is null && wanted.UnitPrice is null)
        {
            return OrderErrors.PriceMissing(sku);
        }

        if (wanted.Rate != before?.Rate && !TaxRate.Slabs.Contains(wanted.Rate))
        {
            return OrderErrors.RateUnknown(sku);
        }

        return wanted.Rate != 0m && place.Unknown ? OrderErrors.PlaceMissing
            : Bad(wanted.UnitPrice, before?.UnitPrice) ? OrderErrors.AmountOutOfRange(sku, "unit price")
            : Bad(wanted.Shipping, before?.Amounts.Shipping) ? OrderErrors.AmountOutOfRange(sku, "shipping")
            : Bad(wanted.GiftWrap, before?.Amounts.GiftWrap) ? OrderErrors.AmountOutOfRange(sku, "gift wrap")
            : Bad(wanted.Discount, before?.Amounts.Discount) ? OrderErrors.AmountOutOfRange(sku, "discount")
            : null;
    }

    private static bool Bad(decimal? typed, decimal? before) =>
        typed is { } amount && amount != before
        && (amount is < 0m or > LineEdit.MaxAmount || decimal.Round(amount, 2) != amount);
}
