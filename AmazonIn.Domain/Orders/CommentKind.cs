namespace AmazonIn.Domain.Orders;

/// <summary>Where a comment on a sales order comes from.</summary>
public enum CommentKind
{
    /// <summary>Written by the portal, such as the <c>Paid</c> of every Amazon order (H3).</summary>
    System,

    /// <summary>Written by a person.</summary>
    Person,
}
