namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>The part of an order's page that a flag concerns, where its words stand.</summary>
internal enum FlagPlace
{
    /// <summary>The order as a whole.</summary>
    Order,

    /// <summary>The banner of a buyer who wants to cancel.</summary>
    Cancellation,

    /// <summary>The lines.</summary>
    Lines,

    /// <summary>One line, which says it by itself.</summary>
    Line,

    /// <summary>The sum.</summary>
    Total,

    /// <summary>Place of supply and GST treatment.</summary>
    PlaceOfSupply,
}
