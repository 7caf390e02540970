using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>Makes an order by hand: a sale at the counter or by phone. It reserves its units at once.</summary>
public sealed class CreateOrder(
    IOrderStore orders,
    IOrganisationStore organisations,
    IItemQueries items,
    ICustomerQueries customers,
    IWarehouseQueries warehouses,
    IOutboxSignal outbox,
    TimeProvider time)
{
    /// <returns>The new order's id.</returns>
    public async Task<Result<long>> RunAsync(Actor actor, NewOrderRequest request, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await organisations.FindAsync(cancellationToken) is not { HomeState: { } home } organisation)
        {
            return OrderErrors.HomeStateMissing;
        }

        if (request.Lines.Count == 0)
        {
            return OrderErrors.NoLines;
        }

        if (request.Place.Unknown)
        {
            return OrderErrors.PlaceMissing;
        }

        var known = await OrderItems.FindAsync(items, request.Lines, cancellationToken);
        if (!known.Succeeded)
        {
            return known.Error;
        }

        var places = await warehouses.ListAsync(cancellationToken);
        var warehouse = request.WarehouseId is { } wanted
            ? places.FirstOrDefault(place => place.Id == wanted)
            : places.FirstOrDefault(place => place.IsPrimary);
        if (warehouse is null)
        {
            return Error.NotFound("The warehouse");
        }

        if (request.CustomerId is { } customerId && !await customers.ExistsAsync(customerId, cancellationToken))
        {
            return Error.NotFound("The customer");
        }

        var lines = request.Lines.Select(line => new EditedLine(null, line with { LineId = 0 })).ToList();
        var skus = lines.ConvertAll(line => known.Value[line.Wanted.ItemId!.Value].Sku);
        if (OrderEditCheck.Of(lines, skus, request.Place) is { } badFigure)
        {
            return badFigure;
        }

        var outcome = OrderEditPolicy.Apply(lines, request.Place, request.Place, home, orderCharges: 0m);
        if (OrderEditCheck.Of(outcome, skus) is { } badSum)
        {
            return badSum;
        }

        var order = SalesOrder.MadeByHand(
            organisation.BaseCurrency, warehouse.Id, request.Place, request.CustomerId, time.GetUtcNow());
        order.Edit(outcome, known.Value);
        await orders.AddAsync(order, cancellationToken);
        outbox.Ring();
        return order.Id;
    }
}
