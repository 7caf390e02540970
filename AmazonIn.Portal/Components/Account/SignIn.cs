using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signs people in and out with the cookie.</summary>
public sealed class SignIn(SignInManager<PortalUser> manager, IPasswordHasher<PortalUser> hasher, TimeProvider time)
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
            return false;
        }

        var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return false;
        }

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
        }
    }

    /// <summary>Renews the cookie after a change to the person's own account, which ended every other session.</summary>
    public Task RefreshAsync(PortalUser user) => manager.RefreshSignInAsync(user);
}
