namespace AmazonIn.Domain.Orders;

/// <summary>Where a sales order stands.</summary>
public enum OrderStatus
{
    /// <summary>Paid, nothing shipped yet.</summary>
    Confirmed,

    PartiallyShipped,

    Fulfilled,

    /// <summary>Cancelled; kept for the record.</summary>
    Void,
}
