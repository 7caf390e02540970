using System.Security.Claims;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Ends a circuit's session within a minute of the account being disabled, of its password, role or second factor being
/// changed (security.md D-09, B-17), and of the session having ended.
/// </summary>
internal sealed class RevalidatingSession(
    ILoggerFactory loggers,
    IServiceScopeFactory scopes,
    ISessions sessions,
    IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken) =>
        IsStillValidAsync(authenticationState.User);

    internal async Task<bool> IsStillValidAsync(ClaimsPrincipal principal)
    {
        if (SessionCookie.IdOf(principal) is not { } session
            || await sessions.IdleTimeAsync(session, CancellationToken.None) is null)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.GetUserAsync(principal);
        return user is { IsOpen: true }
            && principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
                == await users.GetSecurityStampAsync(user);
    }
}
