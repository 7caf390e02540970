using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// Shuts a person's account or opens it again (security.md D-09). The last administrator cannot be shut out, nor can
/// anybody shut themselves out.
/// </summary>
public sealed class SetUserDisabled(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long userId, bool disabled, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (disabled && actor.Id == AccountIds.OfUser(userId))
        {
            return AccountErrors.OwnAccount;
        }

        var person = await users.FindAsync(userId, cancellationToken);
        return await audit.ActAsync(
            AccountIds.Entry(actor, disabled ? AuditAction.DisableUser : AuditAction.EnableUser, userId, person),
            () => users.SetDisabledAsync(userId, disabled, cancellationToken),
            cancellationToken);
    }
}
