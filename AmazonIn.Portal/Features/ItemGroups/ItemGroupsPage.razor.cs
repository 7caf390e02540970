using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.ItemGroups;

/// <summary>All variation families; a row leads to the family's items.</summary>
public sealed partial class ItemGroupsPage
{
    private ListPage<ItemGroupRow>? list;
    private IReadOnlyList<FilterDefinition> filters = [ChannelFilter.Of([])];
    private int? count;

    [Inject]
    private IItemGroupQueries Groups { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    private async Task<PageOf<ItemGroupRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        filters = [ChannelFilter.Of(await Channels.ListAsync(cancellationToken))];
        var filter = new ItemGroupFilter(
            query.Search.Length > 0 ? query.Search : null, query.Id(ItemFilters.ChannelKey));
        return await Groups.ListAsync(filter, query.SortBy(ItemGroupSort.Title), query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<ItemGroupRow> page) => count = page.Total;

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
