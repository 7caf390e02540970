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
/// Signs people in and out with the cookie. Every try is recorded, a successful one before the answer with the cookie
/// leaves: without its record nobody gets in. The address that was tried is not: it may be a mistyped password.
/// </summary>
public sealed class SignIn(
    SignInManager<PortalUser> manager,
    IPasswordHasher<PortalUser> hasher,
    ISecondFactors factors,
    ISessions sessions,
    NoteUnusualSignIns unusual,
    IAuditTrail audit,
    TimeProvider time)
{
    // Made once with the rounds in force, so that an unknown address costs as much time as a known one (V-11).
    private static string? nobodysHash;

    private UserManager<PortalUser> Users => manager.UserManager;

    private Actor Nobody => PrincipalActor.NobodyAt(RequestOrigin.Of(manager.Context));

    private Actor Present => PrincipalActor.Of(manager.Context.User);

    /// <summary>
    /// Tries a password. Every refusal looks alike from outside: unknown address, wrong password, shut or disabled
    /// account. Each wrong try counts towards the lockout (security.md D-06).
    /// </summary>
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password)
    {
        var user = await Users.FindByEmailAsync(email.Trim());
        if (user is not { IsOpen: true } || await Users.IsLockedOutAsync(user))
        {
            // Identity would answer for a locked account without a look at the password, and so sooner than for others.
            var nobody = new PortalUser();
            nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(nobody, nobodysHash, password);
            await RecordAsync(
                Entry(Nobody, AuditAction.SignIn, AuditOutcome.Refused, user).With("why", WhyShut(user)));
            await unusual.LookAtRefusalAsync(Nobody, CancellationToken.None);
            return SignInOutcome.Refused;
        }

        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            await RecordAsync(Entry(Nobody, AuditAction.SignIn, AuditOutcome.Granted, user).With("step", "password"));
            return SignInOutcome.NeedsCode;
        }

        if (!result.Succeeded)
        {
            await RecordRefusalAsync(Nobody, AuditAction.SignIn, user, wasLockedOut: false, "password");
            return SignInOutcome.Refused;
        }

        await BeginAsync(user);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Whether somebody's password was right a moment ago, so that their code is waited for.</summary>
    public async Task<bool> IsCodeAwaitedAsync() => await manager.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>
    /// The second step: a code of the app, or a recovery code. Wrong ones count towards the same lockout as wrong
    /// passwords (security.md D-06), and a right password does not start the count anew.
    /// </summary>
    public async Task<bool> WithCodeAsync(string code)
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { IsOpen: true } user)
        {
            return false;
        }

        var wasLockedOut = await Users.IsLockedOutAsync(user);
        var result = await manager.TwoFactorSignInAsync(
            PortalIdentity.SecondFactor, code, isPersistent: false, rememberClient: false);
        if (!result.Succeeded)
        {
            await RecordRefusalAsync(Nobody, AuditAction.VerifySecondFactor, user, wasLockedOut, "code");
            return false;
        }

        await BeginAsync(user, Verified(Themselves(user), user, code));
        return true;
    }

    /// <summary>Turns the second factor on. Every other session of the person ends.</summary>
    /// <returns>The recovery codes.</returns>
    public Task<Result<string[]>> EnrolAsync(PortalUser user, string ticket, string code) => audit.ActAsync(
        Entry(Present, AuditAction.EnrolSecondFactor, AuditOutcome.Granted, user),
        async () =>
        {
            var codes = await factors.CompleteAsync(user.Id, ticket, code, CancellationToken.None);
            if (codes.Succeeded)
            {
                await Users.SetTwoFactorEnabledAsync(user, true);
                await RefreshAsync(user);
            }

            return codes;
        },
        done: null,
        CancellationToken.None);

    /// <summary>Asks somebody who is signed in for a code again; wrong ones count towards the lockout.</summary>
    public async Task<bool> ConfirmAsync(PortalUser user, string code)
    {
        var confirmed = await ConfirmAsync(
            user, AuditAction.VerifySecondFactor, "code", () => factors.VerifyAsync(user.Id, code, CancellationToken.None));
        if (confirmed)
        {
            await RecordAsync(Verified(Present, user, code));
        }

        return confirmed;
    }

    /// <summary>
    /// Asks somebody who wants to change their password for the present one; wrong ones count towards the lockout. A
    /// borrowed session must not become a way to guess it.
    /// </summary>
    public Task<bool> ConfirmPasswordAsync(PortalUser user, string password) =>
        ConfirmAsync(user, AuditAction.ChangePassword, "password", () => Users.CheckPasswordAsync(user, password));

    /// <summary>Replaces the recovery codes of somebody who has just been confirmed.</summary>
    public async Task<string[]> RenewRecoveryCodesAsync(PortalUser user)
    {
        await RecordAsync(Entry(Present, AuditAction.RenewRecoveryCodes, AuditOutcome.Granted, user));
        return await factors.RenewRecoveryCodesAsync(user.Id, CancellationToken.None);
    }

    /// <summary>Turns the second factor off. Every other session of the person ends.</summary>
    public async Task RemoveSecondFactorAsync(PortalUser user)
    {
        await RecordAsync(Entry(Present, AuditAction.RemoveSecondFactor, AuditOutcome.Granted, user));

        // Switched off first: whatever is left of it then opens nothing and keeps nobody out.
        await Users.SetTwoFactorEnabledAsync(user, false);
        await factors.RemoveAsync(user.Id, CancellationToken.None);
        await RefreshAsync(user);
    }

    /// <summary>Signs in somebody who has just proved themselves otherwise: by the set-up link.</summary>
    public async Task WithoutPasswordAsync(long userId)
    {
        var user = await Users.FindByIdAsync(userId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (user is not null)
        {
            await manager.SignInAsync(user, isPersistent: false);
            await BeginAsync(user);
        }
    }

    /// <summary>Ends the session; a session that had ended already is not recorded again.</summary>
    public async Task OutAsync()
    {
        if (manager.Context.User.Identity?.IsAuthenticated == true)
        {
            await RecordAsync(new AuditEntry(Present, AuditAction.SignOut, AuditOutcome.Done, Present.Id, Present.Name));
        }

        if (SessionCookie.IdOf(manager.Context.User) is { } session)
        {
            await sessions.EndAsync(session, CancellationToken.None);
        }

        await manager.SignOutAsync();
    }

    /// <summary>Ends every session of the person, on every device.</summary>
    public async Task OutEverywhereAsync()
    {
        if (await Users.GetUserAsync(manager.Context.User) is { } user)
        {
            await RecordAsync(Entry(Present, AuditAction.SignOut, AuditOutcome.Done, user).With("sessions", "all"));
            await sessions.EndAllAsync(user.Id, CancellationToken.None);
            await Users.UpdateSecurityStampAsync(user);
        }

        await manager.SignOutAsync();
    }

    /// <summary>Renews the cookie after a change to the person's own account, which ended every other session.</summary>
    public Task RefreshAsync(PortalUser user) => manager.RefreshSignInAsync(user);

    private static string WhyShut(PortalUser? user) =>
        user is null ? "unknown" : user.Disabled ? "disabled" : user.AwaitsApproval ? "awaits-approval" : "locked-out";

    private static AuditEntry Entry(Actor actor, string action, AuditOutcome outcome, PortalUser? user) => new(
        actor,
        action,
        outcome,
        user is null ? "user" : AccountIds.OfUser(user.Id),
        user?.DisplayName ?? "Somebody without an account");

    // The request that signs somebody in does not know them yet.
    private Actor Themselves(PortalUser user) =>
        new(AccountIds.OfUser(user.Id), user.DisplayName, new HashSet<string>()) { Origin = Nobody.Origin };

    private AuditEntry Verified(Actor actor, PortalUser user, string code) =>
        Entry(actor, AuditAction.VerifySecondFactor, AuditOutcome.Done, user)
            .With("by", factors.IsRecoveryCode(code) ? "recovery-code" : "app");

    private async Task<bool> ConfirmAsync(PortalUser user, string action, string what, Func<Task<bool>> isRight)
    {
        var wasLockedOut = await Users.IsLockedOutAsync(user);
        if (wasLockedOut || !await isRight())
        {
            await Users.AccessFailedAsync(user);
            await RecordRefusalAsync(Present, action, user, wasLockedOut, what);
            return false;
        }

        await Users.ResetAccessFailedCountAsync(user);
        return true;
    }

    // The cookie lies ready in the answer; it is taken out again when the records cannot be made (security.md V-25).
    private async Task BeginAsync(PortalUser user, params AuditEntry[] before)
    {
        try
        {
            foreach (var entry in before)
            {
                await RecordAsync(entry);
            }

            var begun = Entry(Themselves(user), AuditAction.SignIn, AuditOutcome.Done, user);
            await unusual.LookAtSuccessAsync(begun, CancellationToken.None);
            await RecordAsync(begun);
        }
        catch
        {
            await manager.SignOutAsync();
            throw;
        }

        user.LastSignedInAt = time.GetUtcNow();
        await Users.UpdateAsync(user);
    }

    private async Task RecordRefusalAsync(Actor actor, string action, PortalUser user, bool wasLockedOut, string what)
    {
        await RecordAsync(Entry(actor, action, AuditOutcome.Refused, user).With("why", wasLockedOut ? "locked-out" : what));
        if (!wasLockedOut && await Users.IsLockedOutAsync(user))
        {
            await RecordAsync(Entry(actor, AuditAction.LockOut, AuditOutcome.Done, user));
        }

        await unusual.LookAtRefusalAsync(actor, CancellationToken.None);
    }

    // Whoever hangs up is recorded nevertheless.
    private Task<AuditRecord> RecordAsync(AuditEntry entry) => audit.RecordAsync(entry, CancellationToken.None);
}
