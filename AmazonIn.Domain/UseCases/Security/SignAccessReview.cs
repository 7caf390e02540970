using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Signs the quarterly review of who has access (security.md D-08).</summary>
public sealed class SignAccessReview(AccessRegister register, IAccessReviews reviews, IAuditTrail audit, TimeProvider time)
{
    /// <param name="ticked">Ids of the lines that the person looked at; refused unless that is everything there is now.</param>
    public async Task<Result> RunAsync(Actor actor, IReadOnlySet<string> ticked, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var lines = await register.ListAsync(cancellationToken);
        if (!lines.All(line => ticked.Contains(line.Id)))
        {
            return SecurityErrors.ReviewIncomplete;
        }

        var people = lines.Count(line => line.UserId is not null);
        var review = new AccessReview(time.GetUtcNow(), actor.Id, actor.Name, people, lines.Length - people);
        return await audit.ActAsync(
            new AuditEntry(actor, AuditAction.ReviewAccess, AuditOutcome.Granted, "access", "Everybody with access")
                .With("people", review.People.ToString(CultureInfo.InvariantCulture))
                .With("keys", review.Keys.ToString(CultureInfo.InvariantCulture)),
            async () =>
            {
                await reviews.AddAsync(review, cancellationToken);
                return Result.Success;
            },
            cancellationToken);
    }
}
