namespace AmazonIn.Domain.Orders;

/// <summary>A line as a person wants it.</summary>
public sealed record LineEdit
{
    /// <summary>The most units a line can have.</summary>
    public const int MaxQuantity = 100_000;

    /// <summary>The largest amount that can be typed, in the order's currency.</summary>
    public const decimal MaxAmount = 10_00_00_000m;

    /// <summary>The line that is changed; 0 adds one.</summary>
    public long LineId { get; init; }

    /// <summary>What an added line sells; of no effect on one that is there.</summary>
    public long? ItemId { get; init; }

    public required int Quantity { get; init; }

    /// <summary>Without tax; null leaves an amount that was never sent as it is.</summary>
    public decimal? UnitPrice { get; init; }

    public decimal Shipping { get; init; }

    public decimal GiftWrap { get; init; }

    public decimal Discount { get; init; }

    /// <summary>The whole tax in percent, one of <see cref="Tax.TaxRate.Slabs"/>; zero is Amazon's default.</summary>
    public decimal Rate { get; init; }

    /// <summary>The line as it stands, for an edit that leaves it alone.</summary>
    public static LineEdit Of(long lineId, LineFigures line) => new()
    {
        LineId = lineId,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Shipping = line.Amounts.Shipping,
        GiftWrap = line.Amounts.GiftWrap,
        Discount = line.Amounts.Discount,
        Rate = line.Rate,
    };
}
