using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>What the page of an order shows.</summary>
/// <param name="HomeState">The organisation's; null while it is not set.</param>
public sealed record OrderView(SalesOrderDetails Details, GstState? HomeState);
