using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>Identity's manager with the rules about a password's age and history (security.md D-14, D-15).</summary>
internal sealed class PortalUserManager(
    IUserStore<PortalUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<PortalUser> hasher,
    IEnumerable<IUserValidator<PortalUser>> userValidators,
    IEnumerable<IPasswordValidator<PortalUser>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<PortalUser>> logger,
    PasswordHistory history,
    TimeProvider time)
    : UserManager<PortalUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    /// <summary>Changes one's own password. A password that one chose oneself must be a day old.</summary>
    public override async Task<IdentityResult> ChangePasswordAsync(PortalUser user, string currentPassword, string newPassword)
    {
        var now = time.GetUtcNow();
        if (user.ChosePassword && now - user.PasswordChangedAt < PortalIdentity.PasswordMinAge)
        {
            return IdentityResult.Failed(new IdentityError
            {
                Code = "PasswordTooNew",
                Description = "You changed this password less than a day ago. Wait until it is a day old; if somebody else "
                    + "may know it, ask an administrator to set a new one now.",
            });
        }

        await history.RememberAsync(user);
        var (chosen, changedAt) = (user.ChosePassword, user.PasswordChangedAt);
        (user.ChosePassword, user.PasswordChangedAt) = (true, now);
        var changed = await base.ChangePasswordAsync(user, currentPassword, newPassword);
        if (!changed.Succeeded)
        {
            // Whatever else is saved of this person must not carry a change that was refused.
            (user.ChosePassword, user.PasswordChangedAt) = (chosen, changedAt);
        }

        return changed;
    }
}
