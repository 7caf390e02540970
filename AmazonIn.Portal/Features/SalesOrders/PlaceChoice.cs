using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>The place of supply as a choice of a list.</summary>
internal static class PlaceChoice
{
    public const string Abroad = "abroad";

    /// <summary>Empty while the place is not known.</summary>
    public static string Of(PlaceOfSupply place) => place.Abroad ? Abroad : place.State?.Code ?? string.Empty;

    public static PlaceOfSupply Read(string? choice) =>
        choice == Abroad ? new PlaceOfSupply(null, Abroad: true) : new PlaceOfSupply(GstState.Find(choice), Abroad: false);
}
