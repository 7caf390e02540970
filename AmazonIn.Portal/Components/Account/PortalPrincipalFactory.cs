using System.Security.Claims;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Makes the principal of a person: id, name, roles. Somebody whose password is over a year old (security.md D-14) gets
/// no role until it is changed, and with it no permission.
/// </summary>
internal sealed class PortalPrincipalFactory(
    UserManager<PortalUser> users,
    RoleManager<IdentityRole<long>> roles,
    IOptions<IdentityOptions> options,
    TimeProvider time)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole<long>>(users, roles, options)
{
    public static readonly TimeSpan PasswordLife = TimeSpan.FromDays(365);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        if (time.GetUtcNow() - user.PasswordChangedAt > PasswordLife)
        {
            foreach (var role in identity.FindAll(Options.ClaimsIdentity.RoleClaimType).ToList())
            {
                identity.RemoveClaim(role);
            }

            identity.AddClaim(new Claim(PortalClaims.PasswordExpired, "true"));
        }

        return identity;
    }
}
