using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Records who came in, who was turned away and what people did to their own second factor. The address that was tried
/// is not recorded: it may be a mistyped password.
/// </summary>
public sealed class AccountTrail(SignInManager<PortalUser> manager, NoteUnusualSignIns unusual, IAuditTrail audit)
{
    /// <summary>Whoever is at the door.</summary>
    public Actor Nobody => PrincipalActor.NobodyAt(RequestOrigin.Of(manager.Context));

    /// <summary>Whoever is signed in.</summary>
    public Actor Present => PrincipalActor.Of(manager.Context.User);

    public static AuditEntry Entry(Actor actor, string action, AuditOutcome outcome, PortalUser? user) => new(
        actor,
        action,
        outcome,
        user is null ? "user" : AccountIds.OfUser(user.Id),
        user?.DisplayName ?? "Somebody without an account");

    /// <summary>The request that signs somebody in does not know them yet.</summary>
    public Actor AtTheDoor(PortalUser user) =>
        new(AccountIds.OfUser(user.Id), user.DisplayName, new HashSet<string>()) { Origin = Nobody.Origin };

    /// <summary>Whoever hangs up is recorded nevertheless.</summary>
    public Task<AuditRecord> RecordAsync(AuditEntry entry) => audit.RecordAsync(entry, CancellationToken.None);

    /// <summary>Records the act before it is done, and its failure where it fails.</summary>
    public Task<Result<T>> ActAsync<T>(AuditEntry entry, Func<Task<Result<T>>> act) =>
        audit.ActAsync(entry, act, CancellationToken.None);

    /// <summary>Records a sign-in and whether it is unusual.</summary>
    public async Task RecordSuccessAsync(PortalUser user)
    {
        var begun = Entry(AtTheDoor(user), AuditAction.SignIn, AuditOutcome.Done, user);
        await unusual.LookAtSuccessAsync(begun, CancellationToken.None);
        await RecordAsync(begun);
    }

    /// <summary>Records that somebody was turned away.</summary>
    public async Task RecordRefusalAsync(Actor actor, string action, PortalUser? user, string why)
    {
        await RecordAsync(Entry(actor, action, AuditOutcome.Refused, user).With("why", why));
        await unusual.LookAtRefusalAsync(actor, CancellationToken.None);
    }

    /// <summary>Records a wrong password or code, and the lockout that began with it.</summary>
    public async Task RecordMissAsync(Actor actor, string action, PortalUser user, bool wasLockedOut, string what)
    {
        await RecordRefusalAsync(actor, action, user, wasLockedOut ? "locked-out" : what);
        if (!wasLockedOut && await manager.UserManager.IsLockedOutAsync(user))
        {
            await RecordAsync(Entry(actor, AuditAction.LockOut, AuditOutcome.Done, user));
        }
    }
}
