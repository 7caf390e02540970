using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// What people do to their own second factor: an app, passkeys, recovery codes. Each change but the first asks for a
/// confirmation before, is recorded, and ends the person's other sessions where a factor came or went.
/// </summary>
public sealed class OwnSecondFactor(
    SignInManager<PortalUser> manager, ISecondFactors factors, Passkeys passkeys, AccountTrail trail)
{
    private UserManager<PortalUser> Users => manager.UserManager;

    /// <summary>Takes an app, in place of any other; turns the second factor on.</summary>
    /// <returns>The recovery codes.</returns>
    public Task<Result<string[]>> EnrolAppAsync(PortalUser user, string ticket, string code) =>
        trail.ActAsync(Enrolment(user, "app"), async () =>
        {
            var codes = await factors.CompleteAsync(user.Id, ticket, code, CancellationToken.None);
            if (codes.Succeeded)
            {
                await TurnOnAsync(user);
            }

            return codes;
        });

    /// <summary>Takes a passkey beside what the person has; the first factor turns the second factor on.</summary>
    /// <returns>The recovery codes where there were none before; otherwise none.</returns>
    public Task<Result<string[]>> EnrolPasskeyAsync(PortalUser user, string credential, string? name) =>
        trail.ActAsync<string[]>(Enrolment(user, "passkey"), async () =>
        {
            if ((await passkeys.AddAsync(user, credential, name)).Error is { } error)
            {
                return error;
            }

            var codes = user.TwoFactorEnabled
                ? []
                : await factors.RenewRecoveryCodesAsync(user.Id, CancellationToken.None);
            await TurnOnAsync(user);
            return codes;
        });

    /// <summary>Asks for a code again; wrong ones count towards the lockout.</summary>
    public async Task<bool> ConfirmAsync(PortalUser user, string code)
    {
        var confirmed = await ConfirmAsync(
            user, AuditAction.VerifySecondFactor, "code", () => factors.VerifyAsync(user.Id, code, CancellationToken.None));
        if (confirmed)
        {
            await trail.RecordAsync(Verified(user, factors.IsRecoveryCode(code) ? "recovery-code" : "app"));
        }

        return confirmed;
    }

    /// <summary>Asks for one of the person's own passkeys again.</summary>
    public async Task<bool> ConfirmByPasskeyAsync(PortalUser user, string credential)
    {
        var confirmed = await ConfirmAsync(
            user,
            AuditAction.VerifySecondFactor,
            "passkey",
            async () => (await passkeys.ProveAsync(credential))?.Id == user.Id);
        if (confirmed)
        {
            await trail.RecordAsync(Verified(user, "passkey"));
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
        await trail.RecordAsync(
            AccountTrail.Entry(trail.Present, AuditAction.RenewRecoveryCodes, AuditOutcome.Granted, user));
        return await factors.RenewRecoveryCodesAsync(user.Id, CancellationToken.None);
    }

    /// <summary>Forgets one passkey; with the last factor the whole goes.</summary>
    public async Task RemovePasskeyAsync(PortalUser user, byte[] id)
    {
        var rest = (await passkeys.ListAsync(user)).Count(passkey => !passkey.CredentialId.AsSpan().SequenceEqual(id));
        if (rest == 0 && !await factors.HasAppAsync(user.Id, CancellationToken.None))
        {
            await RemoveAsync(user);
            return;
        }

        await trail.RecordAsync(Removal(user).With("by", "passkey"));
        await passkeys.RemoveAsync(user, id);
        await Users.UpdateSecurityStampAsync(user);
        await RefreshAsync(user);
    }

    /// <summary>Turns the second factor off, and forgets the app, the passkeys and the recovery codes.</summary>
    public async Task RemoveAsync(PortalUser user)
    {
        await trail.RecordAsync(Removal(user));

        // Switched off first: whatever is left of it then opens nothing and keeps nobody out.
        await Users.SetTwoFactorEnabledAsync(user, false);
        await factors.RemoveAsync(user.Id, CancellationToken.None);
        await RefreshAsync(user);
    }

    /// <summary>Renews the cookie after a change to the person's own account, which ended every other session.</summary>
    public Task RefreshAsync(PortalUser user) => manager.RefreshSignInAsync(user);

    private AuditEntry Enrolment(PortalUser user, string by) =>
        AccountTrail.Entry(trail.Present, AuditAction.EnrolSecondFactor, AuditOutcome.Granted, user).With("by", by);

    private AuditEntry Removal(PortalUser user) =>
        AccountTrail.Entry(trail.Present, AuditAction.RemoveSecondFactor, AuditOutcome.Granted, user);

    private AuditEntry Verified(PortalUser user, string by) =>
        AccountTrail.Entry(trail.Present, AuditAction.VerifySecondFactor, AuditOutcome.Done, user).With("by", by);

    // Sets the security stamp anew, by which the other sessions end.
    private async Task TurnOnAsync(PortalUser user)
    {
        await Users.SetTwoFactorEnabledAsync(user, true);
        await RefreshAsync(user);
    }

    private async Task<bool> ConfirmAsync(PortalUser user, string action, string what, Func<Task<bool>> isRight)
    {
        var wasLockedOut = await Users.IsLockedOutAsync(user);
        if (wasLockedOut || !await isRight())
        {
            await Users.AccessFailedAsync(user);
            await trail.RecordMissAsync(trail.Present, action, user, wasLockedOut, what);
            return false;
        }

        await Users.ResetAccessFailedCountAsync(user);
        return true;
    }
}
