using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Orders;

internal static class BreakdownKinds
{
    public static BreakdownKind Of(string? type) =>
        WireText.Is(type, "ITEM") ? BreakdownKind.Item
        : WireText.Is(type, "TAX") ? BreakdownKind.Tax
        : WireText.Is(type, "SHIPPING") ? BreakdownKind.Shipping
        : WireText.Is(type, "DISCOUNT") ? BreakdownKind.Discount
        : WireText.Is(type, "GIFT_WRAP") ? BreakdownKind.GiftWrap
        : WireText.Is(type, "COD_FEE") ? BreakdownKind.CodFee
        : WireText.Is(type, "DELIVERY_TIP") ? BreakdownKind.Tip
        : BreakdownKind.Other;
}
