using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Signs people in and out with the cookie. Every try is recorded, a successful one before the answer with the cookie
/// leaves: without its record nobody gets in.
/// </summary>
public sealed class SignIn(
    SignInManager<PortalUser> manager,
    IPasswordHasher<PortalUser> hasher,
    ISecondFactors factors,
    ISessions sessions,
    Passkeys passkeys,
    AccountTrail trail,
    TimeProvider time)
{
    // Made once with the rounds in force, so that an unknown address costs as much time as a known one (V-11).
    private static string? nobodysHash;

    private UserManager<PortalUser> Users => manager.UserManager;

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
            await trail.RecordRefusalAsync(trail.Nobody, AuditAction.SignIn, user, WhyShut(user));
            return SignInOutcome.Refused;
        }

        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            await trail.RecordAsync(
                AccountTrail.Entry(trail.Nobody, AuditAction.SignIn, AuditOutcome.Granted, user).With("step", "password"));
            return SignInOutcome.NeedsCode;
        }

        if (!result.Succeeded)
        {
            await trail.RecordMissAsync(trail.Nobody, AuditAction.SignIn, user, wasLockedOut: false, "password");
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
            await trail.RecordMissAsync(trail.Nobody, AuditAction.VerifySecondFactor, user, wasLockedOut, "code");
            return false;
        }

        await BeginAsync(user, Verified(user, factors.IsRecoveryCode(code) ? "recovery-code" : "app"));
        return true;
    }

    /// <summary>
    /// A passkey instead of password and code: the device has verified the person, so it is both. An account that is shut
    /// is shut to passkeys too (security.md D-06).
    /// </summary>
    public async Task<bool> WithPasskeyAsync(string credential)
    {
        var user = await passkeys.ProveAsync(credential);
        if (user is not { IsOpen: true, TwoFactorEnabled: true } || await Users.IsLockedOutAsync(user))
        {
            await trail.RecordRefusalAsync(
                trail.Nobody, AuditAction.SignIn, user, user is null ? "passkey" : WhyShut(user));
            return false;
        }

        await manager.SignInAsync(user, isPersistent: false);
        await BeginAsync(user, Verified(user, "passkey"));
        return true;
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
            await trail.RecordAsync(new AuditEntry(
                trail.Present, AuditAction.SignOut, AuditOutcome.Done, trail.Present.Id, trail.Present.Name));
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
            await trail.RecordAsync(AccountTrail.Entry(trail.Present, AuditAction.SignOut, AuditOutcome.Done, user).With("sessions", "all"));
            await sessions.EndAllAsync(user.Id, CancellationToken.None);
            await Users.UpdateSecurityStampAsync(user);
        }

        await manager.SignOutAsync();
    }

    private static string WhyShut(PortalUser? user) =>
        user is null ? "unknown" : user.Disabled ? "disabled" : user.AwaitsApproval ? "awaits-approval" : "locked-out";

    private AuditEntry Verified(PortalUser user, string by) =>
        AccountTrail.Entry(trail.AtTheDoor(user), AuditAction.VerifySecondFactor, AuditOutcome.Done, user).With("by", by);

    // The cookie lies ready in the answer; it is taken out again when the records cannot be made (security.md V-25).
    private async Task BeginAsync(PortalUser user, params AuditEntry[] before)
    {
        try
        {
            foreach (var entry in before)
            {
                await trail.RecordAsync(entry);
            }

            await trail.RecordSuccessAsync(user);
        }
        catch
        {
            await manager.SignOutAsync();
            throw;
        }

        user.LastSignedInAt = time.GetUtcNow();
        await Users.UpdateAsync(user);
    }
}
