using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Gives a person another role; it counts from their next request on. Nobody changes their own.</summary>
public sealed class ChangeUserRole(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long userId, string role, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (actor.Id == AccountIds.OfUser(userId))
        {
            return AccountErrors.OwnRole;
        }

        if (Role.Find(role) is not { } known)
        {
            return AccountErrors.RoleUnknown;
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return await audit.ActAsync(
            AccountIds.Entry(actor, AuditAction.ChangeUserRole, userId, person)
                .With("from", person?.Role ?? "none").With("to", known.Name),
            () => users.ChangeRoleAsync(userId, known.Name, cancellationToken),
            cancellationToken);
    }
}
