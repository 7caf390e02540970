using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.TestKit;

/// <summary>Every route that a portal has, for tests which must not forget one.</summary>
internal static class PortalRoutes
{
    public static IEnumerable<RouteEndpoint> Of(PortalFactory portal) => portal.Services
        .GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>();

    public static bool IsStatic(RouteEndpoint route) =>
        route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || route.RoutePattern.RawText?.StartsWith("/_framework/", StringComparison.Ordinal) == true;

    public static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    /// <summary>The route's path with this in the place of every parameter.</summary>
    public static string Fill(RouteEndpoint route, string parameter = "1") => "/" + string.Join('/', route.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part =>
            part is RoutePatternLiteralPart literal ? literal.Content : parameter))));
}
