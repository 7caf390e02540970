using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>An order's packages and shipments as a timeline, with what can be done with each (H1).</summary>
public sealed partial class ShippingPanel : IDisposable
{
    // A confirmation is answered within a second or two.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource disposal = new();
    private Loader<OrderShipping>? loader;
    private SalesOrderDetails? shownFor;
    private OrderShipping? shipping;
    private ITimer? timer;
    private string? refusal;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public SalesOrderDetails Details { get; set; } = null!;

    /// <summary>The order changed with what was done here.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [CascadingParameter]
    private DisplaySettings Display { get; set; } = DisplaySettings.Default;

    [Inject]
    private IPackageQueries Packages { get; set; } = null!;

    [Inject]
    private UnpackPackage Unpack { get; set; } = null!;

    [Inject]
    private RetryConfirmation Retry { get; set; } = null!;

    [Inject]
    private CheckPickup CheckPickup { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<ShippingPanel> Logger { get; set; } = null!;

    private bool MayPack => Details.Order is
    {
        FulfilledBy: FulfilledBy.Merchant, Status: OrderStatus.Confirmed or OrderStatus.PartiallyShipped,
    };

    private string? Routed => Details.Order switch
    {
        { FulfilledBy: FulfilledBy.Amazon } =>
            "Amazon packs and ships this order from its own warehouse. The order becomes fulfilled with the sync after it.",
        { EasyShip: true, Status: OrderStatus.Confirmed or OrderStatus.PartiallyShipped } =>
            "Amazon collects this parcel (Easy Ship): pack it and schedule its pickup. Amazon gives it label, invoice and tracking "
            + "number; it counts as shipped once it is picked up.",
        _ => null,
    };

    private string Nothing => Details.Order.Status switch
    {
        OrderStatus.Void => "The order is void; nothing is packed.",
        OrderStatus.Fulfilled => "Shipped outside this portal; there is no package of ours.",
        OrderStatus.Confirmed or OrderStatus.PartiallyShipped => "Nothing is packed yet.",
    };

    public void Dispose()
    {
        timer?.Dispose();
        disposal.Cancel();
        disposal.Dispose();
    }

    // Fresh details come with every change of the order, also with those that a sync brings.
    protected override async Task OnParametersSetAsync()
    {
        var changed = shownFor is not null && !ReferenceEquals(shownFor, Details);
        shownFor = Details;
        if (changed)
        {
            await ReloadAsync();
        }
    }

    private static string ShipWords(PackageRow package) => package.Shipment is null ? "Ship" : "Ship again";

    private bool MayShip(OrderShipping shown) => MayPack && !Details.Order.EasyShip && !shown.AwaitsCancelDecision;

    private bool MaySchedule(OrderShipping shown, PackageRow package) =>
        MayPack
        && Details.Order.EasyShip
        && shown is { AwaitsCancelDecision: false, Connected: true }
        && package.Pickup is null or { State: PickupState.Canceled };

    private async Task<OrderShipping?> LoadAsync(CancellationToken cancellationToken)
    {
        shipping = await Packages.OfOrderAsync(Details.Order.Id, cancellationToken);
        timer?.Dispose();
        timer = shipping is { ChannelRests: false } && shipping.Packages.Any(package =>
            package.Shipment is { State: ConfirmationState.Waiting })
                ? Time.CreateTimer(_ => _ = ReloadAsync(), null, Look, Timeout.InfiniteTimeSpan)
                : null;
        StateHasChanged();
        return shipping;
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;

    private async Task PackAsync()
    {
        if (await PackDialog.ShowAsync(Dialogs, Details.Order, shipping!.Left) is { } packed)
        {
            await DoneAsync($"{packed} is packed.");
        }
    }

    private async Task ShipAsync(PackageRow package)
    {
        if (await ShipDialog.ShowAsync(Dialogs, Details.Order, package, shipping!, Display.Zone))
        {
            await DoneAsync(shipping!.Connected ? $"{package.Number} has left. Amazon is being told." : $"{package.Number} has left.");
        }
    }

    private async Task PickUpAsync(PackageRow package)
    {
        if (await PickupDialog.ShowAsync(Dialogs, package, Display.Zone))
        {
            await DoneAsync($"The pickup of {package.Number} is booked.");
        }
    }

    private Task CheckAsync(PackageRow package) => TryAsync(
        async actor => (await CheckPickup.RunAsync(actor, package.Id, disposal.Token)).Error,
        $"Amazon was asked about {package.Number}.");

    private async Task CorrectAsync(PackageRow package)
    {
        if (await ShipDialog.ShowAsync(Dialogs, Details.Order, package, shipping!, Display.Zone))
        {
            await DoneAsync($"The shipment of {package.Number} is corrected.");
        }
    }

    private async Task UnpackAsync(PackageRow package)
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            $"Unpack {package.Number}?",
            $"The package with {IndianFormat.Plural(package.Units, "unit")} is taken apart; its units can be packed again. "
            + "Stock and order stay as they are, and Amazon was not told of it.",
            "Unpack"))
        {
            await TryAsync(
                async actor => (await Unpack.RunAsync(actor, package.Id, disposal.Token)).Error,
                $"{package.Number} is unpacked.");
        }
    }

    private Task RetryAsync(PackageRow package) => TryAsync(
        async actor => (await Retry.RunAsync(actor, package.Id, disposal.Token)).Error, $"Amazon is told of {package.Number} again.");

    private async Task TryAsync(Func<Actor, Task<Error?>> act, string done)
    {
        (busy, refusal) = (true, null);
        try
        {
            if (await act(await CurrentActor.GetAsync()) is { } error)
            {
                refusal = error.Message;
                await ReloadAsync();
            }
            else
            {
                await DoneAsync(done);
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (MarketplaceException marketplace)
        {
            refusal = marketplace.Message;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The package could not be changed.");
            refusal = fault.Words;
        }

        busy = false;
    }

    private async Task DoneAsync(string words)
    {
        refusal = null;
        Messages.Add(words, Severity.Success);
        await Changed.InvokeAsync();
        await ReloadAsync();
    }
}
