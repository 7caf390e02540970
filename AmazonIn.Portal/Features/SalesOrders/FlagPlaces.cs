using AmazonIn.Domain.Orders;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>Sends each flag to the place it concerns. A code that is not known stands with the order, never nowhere.</summary>
internal static class FlagPlaces
{
    public static FlagPlace Of(OrderFlag flag) => flag.Code switch
    {
        "cancel.requested" => FlagPlace.Cancellation,
        "amounts.line-differs" => FlagPlace.Lines,
        "amounts.differ" or "amounts.missing" or "currency.foreign" => FlagPlace.Total,
        _ when IsOf(flag, "state.") || IsOf(flag, "pin.") || IsOf(flag, "gstin.") => FlagPlace.PlaceOfSupply,
        _ => FlagPlace.Order,
    };

    public static IReadOnlyList<OrderFlag> At(this IReadOnlyList<OrderFlag> flags, FlagPlace place) =>
        [.. flags.Where(flag => Of(flag) == place)];

    private static bool IsOf(OrderFlag flag, string prefix) => flag.Code.StartsWith(prefix, StringComparison.Ordinal);
}
