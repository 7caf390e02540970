using AmazonIn.Domain.Orders;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What sales orders are called on the screen.</summary>
internal static class OrderWords
{
    /// <summary>For an amount that is missing. A missing amount is not zero.</summary>
    public const string NotSent = "not sent by Amazon";

    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.Confirmed => "Confirmed",
        OrderStatus.PartiallyShipped => "Partly shipped",
        OrderStatus.Fulfilled => "Fulfilled",
        OrderStatus.Void => "Void",
    };

    public static StatusKind KindOf(OrderStatus status) => status switch
    {
        OrderStatus.Confirmed or OrderStatus.PartiallyShipped => StatusKind.Info,
        OrderStatus.Fulfilled => StatusKind.Success,
        OrderStatus.Void => StatusKind.Neutral,
    };

    public static string IconOf(OrderStatus status) => status switch
    {
        OrderStatus.Confirmed => Icons.Material.Outlined.ReceiptLong,
        OrderStatus.PartiallyShipped => Icons.Material.Outlined.LocalShipping,
        OrderStatus.Fulfilled => Icons.Material.Outlined.CheckCircle,
        OrderStatus.Void => Icons.Material.Outlined.Block,
    };
}
