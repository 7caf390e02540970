using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Walks every route that there is, so that a page or call which forgets its policy is found.</summary>
public sealed class RouteWalkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    // Beside static files, what a person may see without having signed in.
    private static readonly string[] Open =
    [
        "/account/login", "/account/verify", "/account/access-denied", "/account/logout", "/setup", "/health/live", "/health/ready", "/error",
        "/not-found",
    ];

    [Fact]
    [Trait("Row", "A1")]
    public async Task Without_signing_in_only_the_doors_are_open()
    {
        var walked = 0;
        using var stranger = fixture.Portal.Browser();
        foreach (var route in Routes())
        {
            var path = Fill(route.RoutePattern);
            if (Open.Contains(path) || IsStatic(route))
            {
                continue;
            }

            foreach (var method in Methods(route))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                // The circuit's endpoints look at the origin before they look at the person.
                request.Headers.Add("Origin", fixture.Portal.Address.GetLeftPart(UriPartial.Authority));
                using var response = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
                var refused = response.StatusCode == HttpStatusCode.Unauthorized
                    || (response.StatusCode == HttpStatusCode.Found
                        && response.Headers.Location?.ToString().Contains("/account/login", StringComparison.Ordinal) == true);
                Assert.True(refused, $"{method} {path} answered {(int)response.StatusCode} to a stranger.");
                walked++;
            }
        }

        // The walk itself must find something to walk.
        Assert.True(walked > 25, $"Only {walked} routes were walked.");
    }

    [Fact]
    public void The_open_doors_are_marked_open_and_exist()
    {
        var open = Routes().Where(route => !IsStatic(route) && route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(route => Fill(route.RoutePattern))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Open.Order(StringComparer.Ordinal), open);
    }

    [Theory]
    [InlineData("/account/login")]
    [InlineData("/account/access-denied")]
    [InlineData("/health/live")]
    [InlineData("/account.css")]
    public async Task An_open_door_opens(string path)
    {
        using var stranger = fixture.Portal.Browser();

        using var response = await stranger.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    [Trait("Row", "A4")]
    public void Every_call_of_the_api_has_a_permission_and_names_its_scope()
    {
        var calls = Routes().Where(route => route.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) == true).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.Contains(call.Metadata.GetOrderedMetadata<IAuthorizeData>(), data => data.Policy is not null);
            Assert.NotNull(call.Metadata.GetMetadata<AmazonIn.Portal.Endpoints.ScopeOfCall>());
        });
    }

    private static bool IsStatic(RouteEndpoint route) =>
        route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        || route.RoutePattern.RawText?.StartsWith("/_framework/", StringComparison.Ordinal) == true;

    private static IReadOnlyList<string> Methods(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    private static string Fill(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part =>
            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));

    private IEnumerable<RouteEndpoint> Routes() => fixture.Portal.Services
        .GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>();
}
