using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// Takes the second factor off somebody who lost their phone and their recovery codes. Nobody takes off their own: that
/// asks for a code, on their own page.
/// </summary>
public sealed class ResetSecondFactor(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long userId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (actor.Id == AccountIds.OfUser(userId))
        {
            return AccountErrors.OwnSecondFactor;
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return await audit.ActAsync(
            AccountIds.Entry(actor, AuditAction.ResetSecondFactor, userId, person),
            () => users.ResetSecondFactorAsync(userId, cancellationToken),
            cancellationToken);
    }
}
