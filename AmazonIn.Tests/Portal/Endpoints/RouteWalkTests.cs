using System.Net;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Authorization;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Walks every route that there is, so that a page or call which forgets its policy is found.</summary>
public sealed class RouteWalkTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    // Beside static files, what a person may see without having signed in.
    private static readonly string[] Open =
    [
        "/account/login", "/account/passkeys/request-options", "/account/verify", "/account/access-denied", "/account/logout", "/setup", "/health/live", "/health/ready", "/error",
        "/not-found",
    ];

    [Fact]
    [Trait("Row", "A1")]
    public async Task Without_signing_in_only_the_doors_are_open()
    {
        var walked = 0;
        using var stranger = fixture.Portal.Browser();
        foreach (var route in PortalRoutes.Of(fixture.Portal))
        {
            var path = PortalRoutes.Fill(route);
            if (Open.Contains(path) || PortalRoutes.IsStatic(route))
            {
                continue;
            }

            foreach (var method in PortalRoutes.Methods(route))
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
        var open = PortalRoutes.Of(fixture.Portal).Where(route => !PortalRoutes.IsStatic(route) && route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(route => PortalRoutes.Fill(route))
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
        var calls = PortalRoutes.Of(fixture.Portal).Where(route => route.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) == true).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.Contains(call.Metadata.GetOrderedMetadata<IAuthorizeData>(), data => data.Policy is not null);
            Assert.NotNull(call.Metadata.GetMetadata<AmazonIn.Portal.Endpoints.ScopeOfCall>());
        });
    }
}
