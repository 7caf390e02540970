using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>All packages, the latest first.</summary>
public sealed partial class PackagesPage
{
    private ListPage<PackageRow>? list;
    private IReadOnlyList<ChannelSummary> channels = [];
    private IReadOnlyList<FilterDefinition> filters = Definitions([]);
    private int? count;
    private bool mayPrint;

    [Inject]
    private IPackageQueries Packages { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        mayPrint = (await CurrentActor.GetAsync()).May(Permission.PrintLabels);

    private static IReadOnlyList<FilterDefinition> Definitions(IReadOnlyList<ChannelSummary> channels) =>
        [FilterDefinition.Of<PackageStage>(ShippingFilters.StateKey, "State", ShippingWords.Of), ChannelFilter.Of(channels)];

    private async Task<PageOf<PackageRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channels = await Channels.ListAsync(cancellationToken);
        filters = Definitions(channels);
        return await Packages.ListAsync(
            ShippingFilters.Packages(query),
            query.SortBy(PackageSort.Number, descending: true),
            query.ToPage(),
            cancellationToken);
    }

    private void OnLoaded(PageOf<PackageRow> page) => count = page.Total;
}
