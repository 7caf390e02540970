using AmazonIn.Domain.Access;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Signed reviews of who has access; none is ever changed.</summary>
public interface IAccessReviews
{
    Task<AccessReview?> FindLastAsync(CancellationToken cancellationToken);

    Task AddAsync(AccessReview review, CancellationToken cancellationToken);
}
