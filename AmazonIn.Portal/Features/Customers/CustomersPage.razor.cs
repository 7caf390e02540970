using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Customers;

/// <summary>The buyers, without their personal data; a row leads to the customer's orders.</summary>
public sealed partial class CustomersPage
{
    private ListPage<CustomerRow>? list;
    private IReadOnlyList<FilterDefinition> filters = Filters([]);
    private int? count;

    [Inject]
    private ICustomerQueries Customers { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    private static string OrdersHref(CustomerRow row) => $"/sales-orders?customer={row.Id}";

    private static FilterDefinition[] Filters(IReadOnlyList<ChannelSummary> channels) =>
        [GstWords.TreatmentFilter, GstWords.PlaceFilter, ChannelFilter.Of(channels)];

    private async Task<PageOf<CustomerRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        filters = Filters(await Channels.ListAsync(cancellationToken));
        return await Customers.ListAsync(
            CustomerFilters.From(query),
            query.SortBy(CustomerSort.LastOrderAt, descending: true),
            query.ToPage(),
            cancellationToken);
    }

    private void OnLoaded(PageOf<CustomerRow> page) => count = page.Total;

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
