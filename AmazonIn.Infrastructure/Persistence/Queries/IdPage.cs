namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>The ids of a page's rows in the order asked for; the rows are read by them.</summary>
/// <param name="Total">As in <see cref="Domain.Common.PageOf{T}"/>.</param>
/// <param name="NextAfterId">As in <see cref="Domain.Common.PageOf{T}"/>.</param>
internal sealed record IdPage(IReadOnlyList<long> Ids, int? Total, long? NextAfterId);
