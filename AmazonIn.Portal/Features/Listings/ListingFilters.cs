using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;

namespace AmazonIn.Portal.Features.Listings;

/// <summary>The filters of the list of listings: their names in the address, and what they ask of the port.</summary>
internal static class ListingFilters
{
    public const string StandingKey = "link";

    public static ListingFilter From(ListQuery query) => new(
        Search: query.Search.Length > 0 ? query.Search : null,
        ChannelId: query.Id(ItemFilters.ChannelKey),
        Standing: query.Choice<ListingStanding>(StandingKey));

    public static IReadOnlyList<FilterDefinition> Definitions(IReadOnlyList<ChannelSummary> channels) =>
    [
        FilterDefinition.Of<ListingStanding>(StandingKey, "Item", standing => standing switch
        {
            ListingStanding.Linked => "Linked",
            ListingStanding.Unlinked => "Not linked",
            ListingStanding.Ignored => "Ignored",
        }),
        ChannelFilter.Of(channels),
    ];
}
