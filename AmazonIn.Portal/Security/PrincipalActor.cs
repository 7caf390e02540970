using System.Globalization;
using System.Security.Claims;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Accounts;

namespace AmazonIn.Portal.Security;

/// <summary>Reads a signed-in principal as an <see cref="Actor"/>: roles for people, scopes for keys.</summary>
internal static class PrincipalActor
{
    private static readonly Actor Nobody = new("nobody", "Nobody", new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Somebody who has not signed in, from there.</summary>
    public static Actor NobodyAt(string origin) => Nobody with { Origin = origin };

    public static Actor Of(ClaimsPrincipal? principal)
    {
        if (principal is null)
        {
            return Nobody;
        }

        var origin = RequestOrigin.Of(principal);
        if (principal.Identity?.IsAuthenticated != true)
        {
            return NobodyAt(origin);
        }

        var name = principal.FindFirstValue(PortalClaims.DisplayName) ?? "Unnamed";
        if (IdOf(principal, PortalClaims.ApiKeyId) is { } keyId)
        {
            return new Actor(AccountIds.OfApiKey(keyId), name, PermissionsOf(principal)) { Origin = origin };
        }

        return IdOf(principal, ClaimTypes.NameIdentifier) is { } userId
            ? new Actor(AccountIds.OfUser(userId), name, PermissionsOf(principal)) { Origin = origin }
            : Nobody with { Origin = origin };
    }

    /// <summary>Permissions of the roles, or of the scopes: a key never has a role, nor a person a scope.</summary>
    public static IReadOnlySet<string> PermissionsOf(ClaimsPrincipal principal) =>
        principal.HasClaim(claim => claim.Type == PortalClaims.ApiKeyId)
            ? ApiScope.PermissionsOf(principal.FindAll(PortalClaims.Scope).Select(claim => claim.Value))
            : principal.FindAll(ClaimTypes.Role)
                .SelectMany(claim => Role.Find(claim.Value)?.Permissions ?? Enumerable.Empty<string>())
                .ToHashSet(StringComparer.Ordinal);

    private static long? IdOf(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
