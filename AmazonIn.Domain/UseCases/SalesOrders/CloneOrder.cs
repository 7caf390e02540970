using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>
/// Makes a new order by hand with the lines of another one. Nothing of the buyer is carried over (O5): no contact, no
/// customer, no Amazon id, no comment.
/// </summary>
public sealed class CloneOrder(IOrderStore orders, IOutboxSignal outbox, TimeProvider time)
{
    /// <returns>The new order's id.</returns>
    public async Task<Result<long>> RunAsync(Actor actor, long orderId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { Order: var order })
        {
            return Error.NotFound("The sales order");
        }

        if (order.Lines.All(line => line.Quantity == 0))
        {
            return OrderErrors.NoLines with { Message = "This order has no line with units, so there is nothing to clone." };
        }

        var clone = order.Clone(order.WarehouseId, time.GetUtcNow());
        await orders.AddAsync(clone, cancellationToken);
        outbox.Ring();
        return clone.Id;
    }
}
