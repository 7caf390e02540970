using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Customers;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>One sales order: what was bought, what it comes to and why it is taxed as it is. Shows no personal data.</summary>
public sealed partial class SalesOrderPage
{
    private Loader<OrderView>? loader;
    private OrderView? view;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ISalesOrderQueries Orders { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private SalesOrderRow Order => view!.Details.Order;

    protected override void OnParametersSet() => view = view?.Details.Order.Id == Id ? view : null;

    // The state alone; anything finer is personal.
    private static string? Area(SalesOrderRow order) =>
        order.PlaceOfSupply?.Name ?? (order.GstTreatment == GstTreatment.Overseas ? GstWords.Place(null, order.GstTreatment) : null);

    private DateTimeOffset? DeletionDue(SalesOrderDetails details) =>
        details.ContactExpiresAt > Time.GetUtcNow() ? details.ContactExpiresAt : null;

    private DateTimeOffset? DeletedAt(SalesOrderDetails details) =>
        details.HasContact && details.ContactExpiresAt <= Time.GetUtcNow() ? details.ContactExpiresAt : null;

    private async Task<OrderView?> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await Orders.FindAsync(Id, cancellationToken);
        var organisation = details is null ? null : await Organisations.FindAsync(cancellationToken);
        view = details is null ? null : new OrderView(details, organisation?.HomeState);
        StateHasChanged();
        return view;
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}
