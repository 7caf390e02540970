using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Items;

/// <summary>All items, with their stock and how each channel offers them.</summary>
public sealed partial class ItemsPage
{
    private ListPage<ItemRow>? list;
    private IReadOnlyList<ChannelSummary> channels = [];
    private IReadOnlyList<FilterDefinition> filters = ItemFilters.Definitions([], null);
    private ItemGroupRow? group;
    private int? count;

    [Inject]
    private IItemQueries Items { get; set; } = null!;

    [Inject]
    private IItemGroupQueries Groups { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    private static int? AtAmazon(ItemRow item) => item.Listings
        .Where(listing => listing.FulfilledBy == FulfilledBy.Amazon)
        .Select(listing => listing.AmazonQuantity)
        .FirstOrDefault(quantity => quantity is not null);

    // Stock that Amazon keeps is not counted here.
    private static string Own(ItemRow item, int units) =>
        item.FulfilledBy == FulfilledBy.Merchant ? IndianFormat.Count(units) : string.Empty;

    private async Task<PageOf<ItemRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channels = await Channels.ListAsync(cancellationToken);
        if (query.Id(ItemFilters.GroupKey) is not { } groupId)
        {
            group = null;
        }
        else if (group?.Id != groupId)
        {
            group = await Groups.FindAsync(groupId, cancellationToken);
        }

        filters = ItemFilters.Definitions(channels, group);
        return await Items.ListAsync(
            ItemFilters.From(query), query.SortBy(ItemSort.Title), query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<ItemRow> page) => count = page.Total;

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
