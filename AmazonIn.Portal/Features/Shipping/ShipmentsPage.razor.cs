using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>All shipments, the latest first.</summary>
public sealed partial class ShipmentsPage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private ListPage<ShipmentRow>? list;
    private IReadOnlyList<ChannelSummary> channels = [];
    private IReadOnlyList<FilterDefinition> filters = Definitions([]);
    private int? count;
    private bool mayPrint;

    [Inject]
    private IShipmentQueries Shipments { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private RetryConfirmation Retry { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<ShipmentsPage> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnInitializedAsync() =>
        mayPrint = (await CurrentActor.GetAsync()).May(Permission.PrintLabels);

    private static IReadOnlyList<FilterDefinition> Definitions(IReadOnlyList<ChannelSummary> channels) =>
        [FilterDefinition.Of<ConfirmationState>(ShippingFilters.StateKey, "State", ShippingWords.Of), ChannelFilter.Of(channels)];

    private async Task<PageOf<ShipmentRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channels = await Channels.ListAsync(cancellationToken);
        filters = Definitions(channels);
        return await Shipments.ListAsync(
            ShippingFilters.Shipments(query),
            query.SortBy(ShipmentSort.Number, descending: true),
            query.ToPage(),
            cancellationToken);
    }

    private void OnLoaded(PageOf<ShipmentRow> page) => count = page.Total;

    private async Task RetryAsync(ShipmentRow shipment)
    {
        try
        {
            var retried = await Retry.RunAsync(await CurrentActor.GetAsync(), shipment.PackageId, disposal.Token);
            Messages.Add(
                retried.Succeeded ? $"Amazon is told of {shipment.Number} again." : retried.Error.Message,
                retried.Succeeded ? Severity.Success : Severity.Error);
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "Amazon could not be told again.");
            Messages.Add(fault.Words, Severity.Error);
        }

        await (list?.ReloadAsync() ?? Task.CompletedTask);
    }
}
