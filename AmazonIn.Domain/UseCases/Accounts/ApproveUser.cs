using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// The second of the two people who let somebody in (security.md D-04): whoever invited does not approve, unless nobody
/// else is left who could.
/// </summary>
public sealed class ApproveUser(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long userId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await users.FindAsync(userId, cancellationToken) is not { } user)
        {
            return Error.NotFound("The person");
        }

        if (!user.AwaitsApproval)
        {
            return AccountErrors.ApprovedAlready;
        }

        var own = actor.Id == AccountIds.OfUser(userId) || actor.Id == user.InvitedBy;
        var entry = AccountIds.Entry(actor, AuditAction.ApproveUser, userId, user).With("invited-by", user.InvitedBy ?? "unknown");
        if (own && await TwoPeople.AreNeededAsync(users, actor, cancellationToken))
        {
            await audit.RecordAsync(entry with { Outcome = AuditOutcome.Refused }, cancellationToken);
            return AccountErrors.OwnInvitation;
        }

        return await audit.ActAsync(entry, () => users.ApproveAsync(userId, actor.Id, cancellationToken), cancellationToken);
    }
}
