using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Listings;

/// <summary>All listings of all channels, and which item each belongs to (I3).</summary>
public sealed partial class ListingsPage
{
    private ListPage<ListingOverview>? list;
    private IReadOnlyList<FilterDefinition> filters = ListingFilters.Definitions([]);
    private int? count;

    [Inject]
    private IListingQueries Listings { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    private async Task<PageOf<ListingOverview>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        filters = ListingFilters.Definitions(await Channels.ListAsync(cancellationToken));
        return await Listings.ListAsync(ListingFilters.From(query), query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<ListingOverview> page) => count = page.Total;

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
