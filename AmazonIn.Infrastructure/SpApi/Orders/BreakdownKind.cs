namespace AmazonIn.Infrastructure.SpApi.Orders;

internal enum BreakdownKind
{
    Item,
    Shipping,
    GiftWrap,
    CodFee,
    Tax,
    Discount,

    /// <summary>Charged by the order and never part of a line.</summary>
    Tip,

    /// <summary>Amazon's OTHER, and whatever it invents.</summary>
    Other,
}
