using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Notes when somebody completed their training in data protection (security.md D-03).</summary>
public sealed class RecordTraining(IUserAccounts users, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, long userId, DateOnly trainedOn, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (!PastDay.Fits(trainedOn, time))
        {
            return SecurityErrors.DateOutOfRange;
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return await audit.ActAsync(
            AccountIds.Entry(actor, AuditAction.RecordTraining, userId, person)
                .With("on", trainedOn.ToString("O", CultureInfo.InvariantCulture)),
            () => users.SetTrainedOnAsync(userId, trainedOn, cancellationToken),
            cancellationToken);
    }
}
