namespace AmazonIn.Domain.Orders;

/// <summary>Which of Amazon's orders become sales orders (O2). Pending ones never do.</summary>
public enum OrderPreference
{
    /// <summary>Paid and not yet fully shipped. Orders imported earlier still follow Amazon to their end.</summary>
    Confirmed,

    /// <summary>Also those that are already shipped when first seen.</summary>
    ConfirmedAndFulfilled,
}
