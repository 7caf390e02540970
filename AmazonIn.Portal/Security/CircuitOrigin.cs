namespace AmazonIn.Portal.Security;

/// <summary>
/// Lets only our own pages open circuits (security.md B-07): browsers send cookies with web sockets to any host, and
/// CORS does not cover them. Stands before authentication.
/// </summary>
internal static class CircuitOrigin
{
    public static IApplicationBuilder UseCircuitOriginCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor") || IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>
    /// Whether the request comes from a page of this portal. Compares host and port only: behind a proxy that ends TLS
    /// the scheme differs rightly.
    /// </summary>
    public static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            // A plain same-origin GET carries no Origin, but says where it comes from; a web socket always has one.
            return request.Headers["Sec-Fetch-Site"] == "same-origin" && !request.HttpContext.WebSockets.IsWebSocketRequest;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && (request.Host.Port is { } port ? uri.Port == port : uri.IsDefaultPort);
    }
}
