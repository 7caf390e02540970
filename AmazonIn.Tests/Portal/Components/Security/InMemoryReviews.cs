using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.Portal.Components.Security;

internal sealed class InMemoryReviews : IAccessReviews
{
    public List<AccessReview> Signed { get; } = [];

    public Task<AccessReview?> FindLastAsync(CancellationToken cancellationToken) => Task.FromResult(Signed.LastOrDefault());

    public Task AddAsync(AccessReview review, CancellationToken cancellationToken)
    {
        Signed.Add(review);
        return Task.CompletedTask;
    }
}
