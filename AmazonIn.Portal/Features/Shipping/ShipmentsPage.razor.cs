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
    private const string StateKey = "state";

    private readonly CancellationTokenSource disposal = new();
    private ListPage<ShipmentRow>? list;
    private IReadOnlyList<ChannelSummary> channels = [];
    private IReadOnlyList<FilterDefinition> filters = Definitions([]);
    private int? count;

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

    private static IReadOnlyList<FilterDefinition> Definitions(IReadOnlyList<ChannelSummary> channels) =>
        [FilterDefinition.Of<ConfirmationState>(StateKey, "State", ShippingWords.Of), ChannelFilter.Of(channels)];

    private async Task<PageOf<ShipmentRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channels = await Channels.ListAsync(cancellationToken);
        filters = Definitions(channels);
        return await Shipments.ListAsync(
            new ShipmentFilter(
                query.Search.Length > 0 ? query.Search : null,
                query.Id(ItemFilters.ChannelKey),
                query.Choice<ConfirmationState>(StateKey)),
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
            Messages.Add($"{fault.What} {fault.Why} {fault.Remedy} Reference {fault.Reference}.", Severity.Error);
        }

        await (list?.ReloadAsync() ?? Task.CompletedTask);
    }
}
