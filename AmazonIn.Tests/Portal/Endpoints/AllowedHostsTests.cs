using System.Net;
using AmazonIn.Portal.Composition;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>By which names the portal may be called.</summary>
[Trait("Row", "B-26")]
public sealed class AllowedHostsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_production_only_the_names_that_the_operator_gave_are_answered()
    {
        await using var portal = await StartAsync("Production", "portal.example.com; *.shop.example");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "portal.example.com"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "portal.example.com:8443"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "one.shop.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "localhost"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(portal, "evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(portal, "portal.example.com.evil.example"));
        Assert.DoesNotContain("AllowedHosts", await AnnouncementAsync(portal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_without_a_name_only_this_machine_is_answered_and_the_console_says_so()
    {
        await using var portal = await StartAsync("Production", null);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "[::1]:5080"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(portal, "portal.example.com"));
        Assert.Contains("AllowedHosts       not set", await AnnouncementAsync(portal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_any_name_is_answered()
    {
        await using var portal = await StartAsync("Development", null);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(portal, "machine.local"));
        Assert.DoesNotContain("AllowedHosts", await AnnouncementAsync(portal), StringComparison.Ordinal);
    }

    private static Task<PortalFactory> StartAsync(string environment, string? hosts) =>
        PortalFactory.StartAsync(new Dictionary<string, string?> { ["AllowedHosts"] = hosts }, environment);

    private static async Task<HttpStatusCode> StatusAsync(PortalFactory portal, string host)
    {
        using var browser = portal.Browser();
        browser.DefaultRequestHeaders.Host = host;
        using var answer = await browser.GetAsync(new Uri("/health/live", UriKind.Relative), Token);
        return answer.StatusCode;
    }

    private static async Task<string> AnnouncementAsync(PortalFactory portal)
    {
        using var console = new StringWriter();
        await portal.Application.AnnounceAsync(console, Token);
        return console.ToString();
    }
}
