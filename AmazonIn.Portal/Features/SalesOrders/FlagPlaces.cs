using AmazonIn.Domain.Orders;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>Sends each flag to the place it concerns. A code that is not known stands with the order, never nowhere.</summary>
internal static class FlagPlaces
{
    public static FlagPlace Of(OrderFlag flag) => flag.Code switch
    {
        "cancel.requested" => FlagPlace.Cancellation,
        "amounts.line-differs" or "amazon.line-gone" => FlagPlace.Lines,

        // Said at the line itself, with what Amazon has now.
        "amazon.line-differs" => FlagPlace.Line,
        "amazon.place-differs" => FlagPlace.PlaceOfSupply,
        "amounts.differ" or "amounts.missing" or "currency.foreign" => FlagPlace.Total,
        _ when IsOf(flag, "state.") || IsOf(flag, "pin.") || IsOf(flag, "gstin.") => FlagPlace.PlaceOfSupply,
        _ => FlagPlace.Order,
    };

    public static IReadOnlyList<OrderFlag> At(this IReadOnlyList<OrderFlag> flags, FlagPlace place) =>
        [.. flags.Where(flag => Of(flag) == place)];

    private static bool IsOf(OrderFlag flag, string prefix) => flag.Code.StartsWith(prefix, StringComparison.Ordinal);
}
