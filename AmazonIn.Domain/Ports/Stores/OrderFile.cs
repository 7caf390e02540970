using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A sales order with its lines, comments, packages and shipments, to be changed as one.</summary>
public sealed record OrderFile(SalesOrder Order, IReadOnlyList<Package> Packages);
