using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What the page of a new order goes by.</summary>
/// <param name="HomeState">The organisation's; null while it is not set.</param>
public sealed record NewOrderView(GstState? HomeState, IReadOnlyList<WarehouseRow> Warehouses);
