using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Gives a person another role; it counts from their next request on. Nobody changes their own.</summary>
public sealed class ChangeUserRole(IUserAccounts users)
{
    public async Task<Result> RunAsync(Actor actor, long userId, string role, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageUsers).Error is { } forbidden)
        {
            return forbidden;
        }

        if (actor.Id == AccountIds.OfUser(userId))
        {
            return AccountErrors.OwnRole;
        }

        return Role.Find(role) is { } known
            ? await users.ChangeRoleAsync(userId, known.Name, cancellationToken)
            : AccountErrors.RoleUnknown;
    }
}
