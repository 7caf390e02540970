using System.Net;
using System.Security.Claims;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Where somebody comes from, for the audit trail (security.md C-25). It travels as a claim of the principal, because that
/// is what a circuit is given of the request that opened its connection.
/// </summary>
internal static class RequestOrigin
{
    private const string Unknown = "unknown";

    /// <summary>The sender's address; behind a trusted proxy the one that it names (<see cref="TrustedProxies"/>).</summary>
    public static string Of(HttpContext context) => Text(context.Connection.RemoteIpAddress);

    public static string Of(ClaimsPrincipal principal) => principal.FindFirstValue(PortalClaims.Origin) ?? Unknown;

    /// <summary>The principal with the address as its one claim of this kind, whatever it brought along.</summary>
    public static ClaimsPrincipal Attach(ClaimsPrincipal principal, HttpContext context)
    {
        foreach (var identity in principal.Identities)
        {
            foreach (var claim in identity.FindAll(PortalClaims.Origin).ToList())
            {
                identity.TryRemoveClaim(claim);
            }
        }

        principal.AddIdentity(new ClaimsIdentity([new Claim(PortalClaims.Origin, Of(context))]));
        return principal;
    }

    private static string Text(IPAddress? address) =>
        address is null ? Unknown : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
