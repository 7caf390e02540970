using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Sets a new password for somebody who forgot theirs, which also opens a locked account.</summary>
public sealed class ResetUserPassword(IUserAccounts users)
{
    public async Task<Result> RunAsync(Actor actor, long userId, string newPassword, CancellationToken cancellationToken) =>
        actor.Require(Permission.ManageUsers).Error is { } forbidden
            ? forbidden
            : await users.ResetPasswordAsync(userId, newPassword, cancellationToken);
}
