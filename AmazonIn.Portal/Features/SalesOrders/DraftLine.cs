using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>A line while somebody types: what stood before, what is typed, and what comes of it.</summary>
public sealed class DraftLine
{
    private DraftLine(string key, string sku, string title, LineFigures? before)
    {
        Key = key;
        Sku = sku;
        Title = title;
        Before = before;
        Quantity = new DraftField(before?.Quantity ?? 1, isWhole: true);
        UnitPrice = new DraftField(before?.UnitPrice, mayBeEmpty: before?.UnitPrice is null);
        Shipping = new DraftField(before?.Amounts.Shipping ?? 0m);
        GiftWrap = new DraftField(before?.Amounts.GiftWrap ?? 0m);
        Discount = new DraftField(before?.Amounts.Discount ?? 0m);
        Rate = before?.Rate ?? 0m;
    }

    /// <summary>Unique in the draft; ids of elements begin with it.</summary>
    public string Key { get; }

    /// <summary>0 for an added line.</summary>
    public long LineId { get; private init; }

    public long? ItemId { get; private init; }

    public string Sku { get; }

    public string Title { get; }

    /// <summary>Whether it can be taken out again: only what a person added.</summary>
    public bool Removable { get; private init; }

    /// <summary>Amazon's quantity and total, where a person changed the line before.</summary>
    public OrderLineRow? Row { get; private init; }

    public LineFigures? Before { get; }

    public DraftField Quantity { get; }

    public DraftField UnitPrice { get; }

    public DraftField Shipping { get; }

    public DraftField GiftWrap { get; }

    public DraftField Discount { get; }

    /// <summary>Percent; zero is Amazon's default.</summary>
    public decimal Rate { get; set; }

    /// <summary>What comes of it.</summary>
    public LineOutcome Outcome { get; set; } = null!;

    public bool HasErrors => Fields.Any(typed => typed.Error is not null);

    /// <summary>The slab that Amazon's own amount implies (T6); null where there is none to use.</summary>
    public decimal? Suggestion => Before is { Rate: 0m } before && Rate == 0m
        ? TaxSuggestionPolicy.Suggest(before.Tax, before.Amounts.TaxableValue)
        : null;

    private IEnumerable<DraftField> Fields => [Quantity, UnitPrice, Shipping, GiftWrap, Discount];

    public static DraftLine Of(OrderLineRow row) => new($"line-{row.Id}", row.Sku, row.Title ?? row.Sku, row.Figures)
    {
        LineId = row.Id,
        ItemId = row.ItemId,
        Removable = row.AddedByHand && row.QuantityFulfilled == 0,
        Row = row,
    };

    // The price asked on Amazon has the tax in it, so it is no unit price to begin with.
    public static DraftLine Add(ItemRow item, int number) =>
        new($"new-{number}", item.Sku, item.Title, null) { ItemId = item.Id, Removable = true };

    public LineEdit ToEdit() => new()
    {
        LineId = LineId,
        ItemId = ItemId,
        Quantity = (int)Math.Min(Quantity.Value ?? 0m, int.MaxValue),
        UnitPrice = UnitPrice.Value,
        Shipping = Shipping.Value ?? 0m,
        GiftWrap = GiftWrap.Value ?? 0m,
        Discount = Discount.Value ?? 0m,
        Rate = Rate,
    };
}
