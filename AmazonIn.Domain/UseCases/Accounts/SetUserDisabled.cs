using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// Shuts a person's account or opens it again (security.md D-09). The last administrator cannot be shut out, nor can
/// anybody shut themselves out.
/// </summary>
public sealed class SetUserDisabled(IUserAccounts users)
{
    public async Task<Result> RunAsync(Actor actor, long userId, bool disabled, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageUsers).Error is { } forbidden)
        {
            return forbidden;
        }

        return disabled && actor.Id == AccountIds.OfUser(userId)
            ? AccountErrors.OwnAccount
            : await users.SetDisabledAsync(userId, disabled, cancellationToken);
    }
}
