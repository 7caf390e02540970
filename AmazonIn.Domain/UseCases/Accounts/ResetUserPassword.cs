using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Sets a new password for somebody who forgot theirs, which also opens a locked account.</summary>
public sealed class ResetUserPassword(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long userId, string newPassword, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return await audit.ActAsync(
            AccountIds.Entry(actor, AuditAction.ResetPassword, userId, person),
            () => users.ResetPasswordAsync(userId, newPassword, cancellationToken),
            cancellationToken);
    }
}
