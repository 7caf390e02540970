using AmazonIn.Domain.Access;

namespace AmazonIn.Domain.Ports.Queries;

public interface ISearchQueries
{
    /// <summary>The best few of each kind that the actor may see.</summary>
    Task<IReadOnlyList<SearchHit>> SearchAsync(Actor actor, string text, CancellationToken cancellationToken);
}
