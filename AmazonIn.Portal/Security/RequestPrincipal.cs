using System.Security.Claims;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Whoever sent the present HTTP request. Set in a request's own scope only; a circuit has a scope of its own, where
/// this stays empty, so that a circuit never acts as some request's sender.
/// </summary>
internal sealed class RequestPrincipal
{
    public ClaimsPrincipal? Principal { get; set; }
}
