using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>An order that did not come from a marketplace.</summary>
/// <param name="CustomerId">One that is known; null is a walk-in. No name is taken: the portal keeps none in the clear.</param>
/// <param name="WarehouseId">Where it is tracked; null is the primary one.</param>
/// <param name="Place">Where the goods go.</param>
/// <param name="Lines">At least one, each naming its item.</param>
public sealed record NewOrderRequest(
    long? CustomerId,
    long? WarehouseId,
    PlaceOfSupply Place,
    IReadOnlyList<LineEdit> Lines);
