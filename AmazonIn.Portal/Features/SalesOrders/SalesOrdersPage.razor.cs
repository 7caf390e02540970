using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>All sales orders, newest first.</summary>
public sealed partial class SalesOrdersPage
{
    private ListPage<SalesOrderRow>? list;
    private IReadOnlyList<ChannelSummary> channels = [];
    private IReadOnlyList<FilterDefinition> filters = OrderFilters.Definitions([]);
    private int? count;

    [CascadingParameter]
    private DisplaySettings Display { get; set; } = DisplaySettings.Default;

    [Inject]
    private ISalesOrderQueries Orders { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    private async Task<PageOf<SalesOrderRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channels = await Channels.ListAsync(cancellationToken);
        filters = OrderFilters.Definitions(channels);
        return await Orders.ListAsync(
            OrderFilters.From(query, Display.Zone),
            query.SortBy(SalesOrderSort.OrderedAt, descending: true),
            query.ToPage(),
            cancellationToken);
    }

    private void OnLoaded(PageOf<SalesOrderRow> page) => count = page.Total;

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
