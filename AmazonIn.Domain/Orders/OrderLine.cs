using System.Globalization;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>
/// One line of a sales order, with amounts exactly as the marketplace sent them. Null is "not sent", which is not zero.
/// </summary>
public sealed class OrderLine
{
    public const int OrderItemIdMaxLength = 64;
    public const int TitleMaxLength = 500;

    // Amazon's ids are digits, so the two never meet.
    private const string AddedPrefix = "hand-";

    private OrderLine(string orderItemId, string sku)
    {
        OrderItemId = orderItemId;
        Sku = sku;
    }

    internal OrderLine(string orderItemId, string sku, int lineNumber)
        : this(orderItemId, sku) => LineNumber = lineNumber;

    public long Id { get; private set; }

    public long SalesOrderId { get; private set; }

    /// <summary>Amazon's id, as text: leading zeros count. With the order unique.</summary>
    public string OrderItemId { get; private set; }

    /// <summary>Position in the order, from 1.</summary>
    public int LineNumber { get; private set; }

    public string Sku { get; private set; }

    public string? Asin { get; private set; }

    public string? Title { get; private set; }

    /// <summary>Our item, if the SKU is known; an unmapped line is kept and linked later.</summary>
    public long? ItemId { get; private set; }

    public int Quantity { get; private set; }

    /// <summary>Units that left, by Amazon's count or by our own shipments, whichever is more.</summary>
    public int QuantityFulfilled { get; private set; }

    /// <summary>Units that left by Amazon's count.</summary>
    public int QuantityFulfilledAtAmazon { get; private set; }

    /// <summary>Units that left in our own shipments.</summary>
    public int QuantityShipped { get; private set; }

    /// <summary>A person changed or added the line; a sync only says where Amazon differs.</summary>
    public bool ByHand { get; private set; }

    /// <summary>A person added the line: Amazon has none for it.</summary>
    public bool AddedByHand => OrderItemId.StartsWith(AddedPrefix, StringComparison.Ordinal);

    /// <summary>The quantity as Amazon has it, whatever a person changed; null where Amazon has no such line.</summary>
    public int? AmazonQuantity { get; private set; }

    /// <summary>What the line comes to at Amazon; null where Amazon sent no amounts.</summary>
    public decimal? AmazonTotal { get; private set; }

    /// <summary>Whether a person changed the line and Amazon has it otherwise.</summary>
    public bool DiffersFromAmazon =>
        ByHand && !AddedByHand && (AmazonQuantity != Quantity || AmazonTotal != (Total ?? Amounts.TotalWith(Tax)));

    public decimal? UnitPrice { get; private set; }

    /// <summary>Quantity times unit price, as Amazon sent it.</summary>
    public decimal? ItemAmount { get; private set; }

    public decimal Shipping { get; private set; }

    public decimal GiftWrap { get; private set; }

    /// <summary>Cash-on-delivery fee and any other charge.</summary>
    public decimal OtherCharges { get; private set; }

    /// <summary>Taken off, as a positive amount.</summary>
    public decimal Discount { get; private set; }

    public decimal? Tax { get; private set; }

    public decimal? Total { get; private set; }

    public decimal? IgstRate { get; private set; }

    public decimal? IgstAmount { get; private set; }

    public decimal? CgstRate { get; private set; }

    public decimal? CgstAmount { get; private set; }

    public decimal? SgstRate { get; private set; }

    public decimal? SgstAmount { get; private set; }

    public decimal? UtgstRate { get; private set; }

    public decimal? UtgstAmount { get; private set; }

    /// <summary>The amounts before tax.</summary>
    internal LineAmounts Amounts => new(ItemAmount, Shipping, GiftWrap, OtherCharges, Discount);

    /// <summary>The line as it stands, for the arithmetic of an edit.</summary>
    internal LineFigures Figures => new(Sku, Quantity, UnitPrice, Amounts, Tax, Taxes, Total);

    /// <summary>The tax by component; empty while the place of supply is unknown.</summary>
    public IReadOnlyList<TaxAmount> Taxes => TaxesOf(
        (IgstRate, IgstAmount), (CgstRate, CgstAmount), (SgstRate, SgstAmount), (UtgstRate, UtgstAmount));

    /// <summary>Reads the four pairs of columns as components, in the order IGST, CGST, SGST, UTGST.</summary>
    public static IReadOnlyList<TaxAmount> TaxesOf(
        (decimal? Rate, decimal? Amount) igst,
        (decimal? Rate, decimal? Amount) cgst,
        (decimal? Rate, decimal? Amount) sgst,
        (decimal? Rate, decimal? Amount) utgst)
    {
        var taxes = new List<TaxAmount>(2);
        Add(TaxComponent.Igst, igst);
        Add(TaxComponent.Cgst, cgst);
        Add(TaxComponent.Sgst, sgst);
        Add(TaxComponent.Utgst, utgst);
        return taxes;

        void Add(TaxComponent component, (decimal? Rate, decimal? Amount) pair)
        {
            if (pair.Amount is { } amount)
            {
                taxes.Add(new TaxAmount(component, pair.Rate ?? 0m, amount));
            }
        }
    }

    internal void Take(MarketplaceOrderLine line, int lineNumber)
    {
        LineNumber = lineNumber;
        Sku = line.Sku;
        Asin = line.Asin ?? Asin;
        Title = line.Title is { Length: > TitleMaxLength } ? line.Title[..TitleMaxLength] : line.Title ?? Title;
        QuantityFulfilledAtAmazon = line.QuantityFulfilled;
        AmazonQuantity = line.Quantity;
        AmazonTotal = line.Total ?? OrderReconciliation.Parts(line);
        if (ByHand)
        {
            return;
        }

        Quantity = line.Quantity;
        UnitPrice = line.UnitPrice;
        ItemAmount = line.ItemAmount;
        Shipping = line.Shipping;
        GiftWrap = line.GiftWrap;
        OtherCharges = line.OtherCharges;
        Discount = line.Discount;
        Tax = line.Tax;
        Total = line.Total;
    }

    internal void SetTaxes(IReadOnlyList<TaxAmount> taxes)
    {
        (IgstRate, IgstAmount) = Of(TaxComponent.Igst);
        (CgstRate, CgstAmount) = Of(TaxComponent.Cgst);
        (SgstRate, SgstAmount) = Of(TaxComponent.Sgst);
        (UtgstRate, UtgstAmount) = Of(TaxComponent.Utgst);

        (decimal? Rate, decimal? Amount) Of(TaxComponent component)
        {
            foreach (var tax in taxes)
            {
                if (tax.Component == component)
                {
                    return (tax.Rate, tax.Amount);
                }
            }

            return (null, null);
        }
    }

    internal void CountFulfilled(int units) => QuantityFulfilled = units;

    internal void CountShipped(int units) => QuantityShipped = units;

    /// <summary>A line that a person adds.</summary>
    /// <param name="number">Not used by another added line of the order.</param>
    internal static OrderLine Add(int number, SoldItem item, int lineNumber) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{AddedPrefix}{number}"), item.Sku, lineNumber)
        {
            ItemId = item.Id,
            Title = item.Title.Length <= TitleMaxLength ? item.Title : item.Title[..TitleMaxLength],
            Asin = item.Asin,
            ByHand = true,
        };

    /// <summary>The same for another order, made by hand: nothing of it has left.</summary>
    internal OrderLine CopyByHand(int number)
    {
        var copy = new OrderLine(string.Create(CultureInfo.InvariantCulture, $"{AddedPrefix}{number}"), Sku, number)
        {
            Asin = Asin,
            Title = Title,
            ItemId = ItemId,
            Quantity = Quantity,
            UnitPrice = UnitPrice,
            ItemAmount = ItemAmount,
            Shipping = Shipping,
            GiftWrap = GiftWrap,
            OtherCharges = OtherCharges,
            Discount = Discount,
            Tax = Tax,
            Total = Total,
            ByHand = true,
        };
        copy.SetTaxes(Taxes);
        return copy;
    }

    /// <summary>The number in the id of an added line; 0 for one of Amazon's.</summary>
    internal int AddedNumber =>
        AddedByHand && int.TryParse(OrderItemId.AsSpan(AddedPrefix.Length), CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>Takes what a person wants. From a change on, the line is theirs.</summary>
    internal void Take(LineOutcome outcome)
    {
        SetTaxes(outcome.Taxes);
        if (!outcome.Changed)
        {
            return;
        }

        if (!ByHand)
        {
            AmazonQuantity = Quantity;
            AmazonTotal = Total ?? Amounts.TotalWith(Tax);
            ByHand = true;
        }

        Quantity = outcome.Wanted.Quantity;
        UnitPrice = outcome.Wanted.UnitPrice;
        ItemAmount = outcome.Amounts.ItemAmount;
        Shipping = outcome.Amounts.Shipping;
        GiftWrap = outcome.Amounts.GiftWrap;
        Discount = outcome.Amounts.Discount;
        Tax = outcome.Tax;
        Total = outcome.Total;
    }

    /// <summary>Amazon's answer no longer has this line, which a person changed.</summary>
    internal void GoneAtAmazon() => (AmazonQuantity, AmazonTotal) = (null, null);

    internal void Stand(int lineNumber) => LineNumber = lineNumber;

    /// <summary>Links the line to our item of its SKU.</summary>
    public void LinkTo(long itemId) => ItemId = itemId;
}
