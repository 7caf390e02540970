using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>Why a link cannot be changed so.</summary>
public static class ListingErrors
{
    public static Error Changed { get; } = new(
        "listing.changed",
        "Stock of this item was changed at the same moment. Nothing was changed here; try again.",
        ErrorKind.Conflict);
}
