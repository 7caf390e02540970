using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signs people in and out with the cookie.</summary>
public sealed class SignIn(
    SignInManager<PortalUser> manager,
    IPasswordHasher<PortalUser> hasher,
    ISecondFactors factors,
    TimeProvider time)
{
    // Made once with the rounds in force, so that an unknown address costs as much time as a known one (V-11).
    private static string? nobodysHash;

    /// <summary>
    /// Tries a password. Every refusal looks alike from outside: unknown address, wrong password, shut or disabled
    /// account. Each wrong try counts towards the lockout (security.md D-06).
    /// </summary>
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password)
    {
        var user = await manager.UserManager.FindByEmailAsync(email.Trim());
        if (user is null || user.Disabled)
        {
            var nobody = new PortalUser();
            nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(nobody, nobodysHash, password);
            return SignInOutcome.Refused;
        }

        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return SignInOutcome.NeedsCode;
        }

        if (!result.Succeeded)
        {
            return SignInOutcome.Refused;
        }

        await NoteAsync(user);
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
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { Disabled: false } user)
        {
            return false;
        }

        var result = await manager.TwoFactorSignInAsync(
            PortalIdentity.SecondFactor, code, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            await NoteAsync(user);
        }

        return result.Succeeded;
    }

    /// <summary>Turns the second factor on. Every other session of the person ends.</summary>
    /// <returns>The recovery codes.</returns>
    public async Task<Result<string[]>> EnrolAsync(PortalUser user, string ticket, string code)
    {
        var codes = await factors.CompleteAsync(user.Id, ticket, code, CancellationToken.None);
        if (codes.Succeeded)
        {
            await manager.UserManager.SetTwoFactorEnabledAsync(user, true);
            await RefreshAsync(user);
        }

        return codes;
    }

    /// <summary>Asks somebody who is signed in for a code again; wrong ones count towards the lockout.</summary>
    public async Task<bool> ConfirmAsync(PortalUser user, string code)
    {
        if (await manager.UserManager.IsLockedOutAsync(user)
            || !await factors.VerifyAsync(user.Id, code, CancellationToken.None))
        {
            await manager.UserManager.AccessFailedAsync(user);
            return false;
        }

        await manager.UserManager.ResetAccessFailedCountAsync(user);
        return true;
    }

    /// <summary>Turns the second factor off. Every other session of the person ends.</summary>
    public async Task RemoveSecondFactorAsync(PortalUser user)
    {
        // Switched off first: whatever is left of it then opens nothing and keeps nobody out.
        await manager.UserManager.SetTwoFactorEnabledAsync(user, false);
        await factors.RemoveAsync(user.Id, CancellationToken.None);
        await RefreshAsync(user);
    }

    /// <summary>Signs in somebody who has just proved themselves otherwise: by the set-up link.</summary>
    public async Task WithoutPasswordAsync(long userId)
    {
        var user = await manager.UserManager.FindByIdAsync(
            userId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (user is not null)
        {
            await manager.SignInAsync(user, isPersistent: false);
        }
    }

    /// <summary>Renews the cookie after a change to the person's own account, which ended every other session.</summary>
    public Task RefreshAsync(PortalUser user) => manager.RefreshSignInAsync(user);

    private async Task NoteAsync(PortalUser user)
    {
        user.LastSignedInAt = time.GetUtcNow();
        await manager.UserManager.UpdateAsync(user);
    }
}
