namespace AmazonIn.Domain.Common;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows, in the order asked for.</param>
/// <param name="Total">Rows in the whole list; null when asked by cursor.</param>
/// <param name="NextAfterId">For cursors: the key to ask the next page with; null on the last page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int? Total, long? NextAfterId = null);
