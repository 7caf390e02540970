using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;

namespace AmazonIn.Portal.Endpoints;

/// <summary>
/// Refuses changes that another site's page makes with our cookie. Browsers name the page's origin on every request
/// that changes something; API keys are not sent by browsers on their own and pass.
/// </summary>
internal sealed class CrossSiteFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var byKey = context.HttpContext.User.HasClaim(claim => claim.Type == PortalClaims.ApiKeyId);
        var fromBrowser = request.Headers.Origin.Count > 0 || request.Headers.ContainsKey("Sec-Fetch-Site");
        return safe || byKey || !fromBrowser || CircuitOrigin.IsOwn(request)
            ? await next(context)
            : ApiProblem.Of(
                StatusCodes.Status403Forbidden, "request.cross-site", "Changes with the sign-in cookie are taken from this portal's own pages only.");
    }
}
