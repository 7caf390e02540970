using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What the edit page of an order goes by.</summary>
/// <param name="HomeState">The organisation's; null while it is not set.</param>
/// <param name="MayAdd">Whether lines can be added.</param>
/// <param name="MayMove">Whether another warehouse can be chosen.</param>
/// <param name="Refusal">Why nothing can be changed; null while it can.</param>
public sealed record EditView(
    SalesOrderDetails Details,
    GstState? HomeState,
    IReadOnlyList<WarehouseRow> Warehouses,
    bool MayAdd,
    bool MayMove,
    string? Refusal);
