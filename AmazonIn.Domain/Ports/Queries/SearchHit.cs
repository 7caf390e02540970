namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Something that the search over everything found.</summary>
/// <param name="Kind">Item, item group or sales order.</param>
/// <param name="Title">The main line.</param>
/// <param name="Detail">The line below it.</param>
public sealed record SearchHit(SearchHitKind Kind, long Id, string Title, string Detail);
