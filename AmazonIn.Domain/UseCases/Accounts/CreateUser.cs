using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.SetUp;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>
/// Lets a person in (A1). There is no self-registration, and where there is a second administrator the person waits for
/// their approval (security.md D-04).
/// </summary>
public sealed class CreateUser(IUserAccounts users, IAuditTrail audit)
{
    public async Task<Result<CreatedUser>> RunAsync(Actor actor, NewUser user, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageUsers, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (Role.Find(user.Role) is not { } role)
        {
            return AccountErrors.RoleUnknown;
        }

        var displayName = user.DisplayName.Trim();
        if (displayName.Length is 0 or > FoundPortal.DisplayNameMaxLength)
        {
            return SetUpErrors.DisplayNameMissing;
        }

        var waits = await TwoPeople.AreNeededAsync(users, actor, cancellationToken);
        var entry = new AuditEntry(actor, AuditAction.CreateUser, AuditOutcome.Granted, "user", displayName)
            .With("role", role.Name)
            .With("approval", waits ? "awaited" : "not-needed");
        return await audit.ActAsync(
            entry,
            async () =>
            {
                var id = await users.CreateAsync(
                    user with
                    {
                        Email = user.Email.Trim(),
                        DisplayName = displayName,
                        Role = role.Name,
                        InvitedBy = actor.Id,
                        AwaitsApproval = waits,
                    },
                    cancellationToken);
                return id.Succeeded ? new CreatedUser(id.Value, waits) : (Result<CreatedUser>)id.Error;
            },
            created => entry with { Subject = AccountIds.OfUser(created.Id) },
            cancellationToken);
    }
}
