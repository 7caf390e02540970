using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Signs people in and out with the cookie. Every try is recorded, a successful one before the answer with the cookie
/// leaves: without its record nobody gets in. The address that was tried is not: it may be a mistyped password.
/// </summary>
public sealed class SignIn(
    SignInManager<PortalUser> manager, IPasswordHasher<PortalUser> hasher, IAuditTrail audit, TimeProvider time)
{
    // Made once with the rounds in force, so that an unknown address costs as much time as a known one (V-11).
    private static string? nobodysHash;

    /// <summary>
    /// Tries a password. Every refusal looks alike from outside: unknown address, wrong password, shut or disabled
    /// account. Each wrong try counts towards the lockout (security.md D-06).
    /// </summary>
    public async Task<bool> WithPasswordAsync(string email, string password)
    {
        var user = await manager.UserManager.FindByEmailAsync(email.Trim());
        if (user is null || user.Disabled)
        {
            var nobody = new PortalUser();
            nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(nobody, nobodysHash, password);
            await RecordAsync(AuditAction.SignIn, AuditOutcome.Refused, user, user is null ? "unknown" : "disabled");
            return false;
        }

        var wasLockedOut = await manager.UserManager.IsLockedOutAsync(user);
        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await RecordAsync(
                AuditAction.SignIn, AuditOutcome.Refused, user, wasLockedOut ? "locked-out" : "password");
            if (result.IsLockedOut && !wasLockedOut)
            {
                await RecordAsync(AuditAction.LockOut, AuditOutcome.Done, user, null);
            }

            return false;
        }

        await RecordSessionAsync(user);
        user.LastSignedInAt = time.GetUtcNow();
        await manager.UserManager.UpdateAsync(user);
        return true;
    }

    /// <summary>Signs in somebody who has just proved themselves otherwise: by the set-up link.</summary>
    public async Task WithoutPasswordAsync(long userId)
    {
        var user = await manager.UserManager.FindByIdAsync(
            userId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (user is not null)
        {
            await manager.SignInAsync(user, isPersistent: false);
            await RecordSessionAsync(user);
        }
    }

    /// <summary>Ends the session; a session that had ended already is not recorded again.</summary>
    public async Task OutAsync()
    {
        var actor = PrincipalActor.Of(manager.Context.User);
        if (manager.Context.User.Identity?.IsAuthenticated == true)
        {
            await audit.RecordAsync(
                new AuditEntry(actor, AuditAction.SignOut, AuditOutcome.Done, actor.Id, actor.Name),
                manager.Context.RequestAborted);
        }

        await manager.SignOutAsync();
    }

    /// <summary>Renews the cookie after a change to the person's own account, which ended every other session.</summary>
    public Task RefreshAsync(PortalUser user) => manager.RefreshSignInAsync(user);

    // The cookie lies ready in the answer; it is taken out again when the record cannot be made (security.md V-25).
    private async Task RecordSessionAsync(PortalUser user)
    {
        try
        {
            await RecordAsync(AuditAction.SignIn, AuditOutcome.Done, user, null);
        }
        catch
        {
            await manager.SignOutAsync();
            throw;
        }
    }

    private Task<AuditRecord> RecordAsync(string action, AuditOutcome outcome, PortalUser? user, string? why)
    {
        var origin = RequestOrigin.Of(manager.Context);
        var actor = user is null || outcome == AuditOutcome.Refused
            ? PrincipalActor.NobodyAt(origin)
            : new Actor(AccountIds.OfUser(user.Id), user.DisplayName, new HashSet<string>()) { Origin = origin };
        var entry = new AuditEntry(
            actor,
            action,
            outcome,
            user is null ? "user" : AccountIds.OfUser(user.Id),
            user?.DisplayName ?? "Somebody without an account");
        return audit.RecordAsync(why is null ? entry : entry.With("why", why), manager.Context.RequestAborted);
    }
}
