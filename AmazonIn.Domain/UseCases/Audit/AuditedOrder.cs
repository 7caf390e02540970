using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>How records name a sales order and its packages: by our own numbers, never by what the buyer gave.</summary>
public static class AuditedOrder
{
    /// <summary>An act upon the order.</summary>
    public static AuditEntry Entry(Actor actor, string action, SalesOrder order) =>
        new(actor, action, AuditOutcome.Granted, SubjectOf(order.Id), $"Order {order.Number}");

    /// <summary>An act upon one of its packages.</summary>
    public static AuditEntry Entry(Actor actor, string action, SalesOrder order, Package package) =>
        Entry(actor, action, order).With("package", package.Number);

    /// <summary>An order that is still to be stored: its subject has no number.</summary>
    public static AuditEntry NewEntry(Actor actor, string action) =>
        new(actor, action, AuditOutcome.Granted, "order", "A new order");

    public static string SubjectOf(long orderId) => string.Create(CultureInfo.InvariantCulture, $"order:{orderId}");
}
