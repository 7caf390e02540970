using System.Security.Claims;
using AmazonIn.Domain.Access;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Makes the principal of a person: id, name, roles. Somebody whose password is over a year old (security.md D-14), or
/// who has no second factor where one is required (D-16), gets no role until that is mended, and with it no permission.
/// Turning the second factor on ends every other session, so a session of somebody who has one has passed it.
/// </summary>
internal sealed class PortalPrincipalFactory(
    UserManager<PortalUser> users,
    RoleManager<IdentityRole<long>> roles,
    IOptions<IdentityOptions> options,
    SecuritySettings security,
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
            Restrict(identity, PortalClaims.PasswordExpired);
        }

        if (security.RequireSecondFactor && !user.TwoFactorEnabled)
        {
            Restrict(identity, PortalClaims.SecondFactorMissing);
        }

        return identity;
    }

    private void Restrict(ClaimsIdentity identity, string reason)
    {
        foreach (var role in identity.FindAll(Options.ClaimsIdentity.RoleClaimType).ToList())
        {
            identity.RemoveClaim(role);
        }

        identity.AddClaim(new Claim(reason, "true"));
    }
}
