using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Contacts;

/// <summary>
/// Gives somebody whose use was unusual the right to reveal back before the day is over (security.md D-07). Nobody does
/// so for themselves; who is alone waits for the day to end.
/// </summary>
public sealed class AllowReveal(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long userId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (actor.Id == AccountIds.OfUser(userId))
        {
            return ContactErrors.OwnSuspension;
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return await audit.ActAsync(
            AccountIds.Entry(actor, AuditAction.AllowReveal, userId, person),
            () => users.SuspendRevealAsync(userId, null, cancellationToken),
            cancellationToken);
    }
}
