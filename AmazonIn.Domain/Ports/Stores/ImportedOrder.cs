using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>An order to write, with its buyer and sealed personal data.</summary>
/// <param name="Order">New when its id is 0.</param>
/// <param name="Customer">The buyer; merged with the one of the same channel and buyer key. Null keeps the order's own.</param>
/// <param name="Contact">Null when there is none to keep, or it has expired.</param>
public sealed record ImportedOrder(SalesOrder Order, Customer? Customer, SealedContact? Contact);
