using AmazonIn.Domain.Access;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Customers;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>One sales order: what was bought, what it comes to and why it is taxed as it is.</summary>
public sealed partial class SalesOrderPage
{
    private Loader<OrderView>? loader;
    private OrderView? view;
    private bool mayManage;
    private bool isCloning;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ISalesOrderQueries Orders { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private CloneOrder CloneOrder { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<SalesOrderPage> Logger { get; set; } = null!;

    private SalesOrderRow Order => view!.Details.Order;

    protected override void OnParametersSet() => view = view?.Details.Order.Id == Id ? view : null;

    protected override async Task OnInitializedAsync() =>
        mayManage = (await CurrentActor.GetAsync()).May(Permission.ManageOrders);

    // The state alone; anything finer is personal.
    private static string? Area(SalesOrderRow order) =>
        order.PlaceOfSupply?.Name ?? (order.GstTreatment == GstTreatment.Overseas ? GstWords.Place(null, order.GstTreatment) : null);

    private async Task<OrderView?> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await Orders.FindAsync(Id, cancellationToken);
        var organisation = details is null ? null : await Organisations.FindAsync(cancellationToken);
        view = details is null ? null : new OrderView(details, organisation?.HomeState);
        StateHasChanged();
        return view;
    }

    private async Task CloneAsync()
    {
        if (isCloning)
        {
            return;
        }

        isCloning = true;
        try
        {
            var cloned = await CloneOrder.RunAsync(await CurrentActor.GetAsync(), Id, CancellationToken.None);
            if (cloned.Succeeded)
            {
                Messages.Add("Cloned as a new order made by hand, without anything of the buyer.", Severity.Success);
                Navigation.NavigateTo($"/sales-orders/{cloned.Value}");
                return;
            }

            Messages.Add(cloned.Error.Message, Severity.Error);
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The sales order could not be cloned.");
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            isCloning = false;
        }
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}
