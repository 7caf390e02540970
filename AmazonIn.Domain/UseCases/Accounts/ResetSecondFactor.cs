using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// Takes the second factor off somebody who lost their phone and their recovery codes. Nobody takes off their own: that
/// asks for a code, on their own page.
/// </summary>
public sealed class ResetSecondFactor(IUserAccounts users)
{
    public async Task<Result> RunAsync(Actor actor, long userId, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageUsers).Error is { } forbidden)
        {
            return forbidden;
        }

        return actor.Id == AccountIds.OfUser(userId)
            ? AccountErrors.OwnSecondFactor
            : await users.ResetSecondFactorAsync(userId, cancellationToken);
    }
}
