using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>An item's listing on one channel.</summary>
/// <param name="QuantitySent">The quantity last sent to Amazon; null where none was.</param>
/// <param name="Reason">Why Amazon refused the quantity, where it did.</param>
internal sealed record ListingJson(long ChannelId, string Sku, ListingState State, int? QuantitySent, string? Reason)
{
    public static ListingJson Of(ListingRow listing) =>
        new(listing.ChannelId, listing.Sku, listing.State, listing.QuantitySent, listing.Reason);
}
