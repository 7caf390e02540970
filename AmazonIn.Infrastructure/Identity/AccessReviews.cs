using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Identity;

internal sealed class AccessReviews(Storage<PortalDbContext> storage) : IAccessReviews
{
    public Task<AccessReview?> FindLastAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.AccessReviews.OrderByDescending(review => review.Id)
            .Select(review => new AccessReview(review.At, review.ActorId, review.ActorName, review.People, review.Keys))
            .FirstOrDefaultAsync(token),
        cancellationToken);

    public Task AddAsync(AccessReview review, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Add(new SignedReview
            {
                At = review.At,
                ActorId = review.ActorId,
                ActorName = review.ActorName,
                People = review.People,
                Keys = review.Keys,
            });
            await db.SaveChangesAsync(token);
        },
        cancellationToken);
}
