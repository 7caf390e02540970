using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>All packages, the latest first.</summary>
public sealed partial class PackagesPage
{
    private const string StageKey = "state";

    private ListPage<PackageRow>? list;
    private IReadOnlyList<ChannelSummary> channels = [];
    private IReadOnlyList<FilterDefinition> filters = Definitions([]);
    private int? count;

    [Inject]
    private IPackageQueries Packages { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    private static IReadOnlyList<FilterDefinition> Definitions(IReadOnlyList<ChannelSummary> channels) =>
        [FilterDefinition.Of<PackageStage>(StageKey, "State", ShippingWords.Of), ChannelFilter.Of(channels)];

    private async Task<PageOf<PackageRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channels = await Channels.ListAsync(cancellationToken);
        filters = Definitions(channels);
        return await Packages.ListAsync(
            new PackageFilter(
                query.Search.Length > 0 ? query.Search : null,
                query.Id(ItemFilters.ChannelKey),
                query.Choice<PackageStage>(StageKey)),
            query.SortBy(PackageSort.Number, descending: true),
            query.ToPage(),
            cancellationToken);
    }

    private void OnLoaded(PageOf<PackageRow> page) => count = page.Total;
}
