using System.Net;
using System.Net.Sockets;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Composition;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Tests.Portal.Endpoints;

public sealed class StartTests
{
    [Fact]
    [Trait("Row", "A2")]
    public async Task The_console_tells_where_everything_is_and_how_to_begin()
    {
        await using var portal = await PortalFactory.StartAsync();

        var notice = await AnnouncementOf(portal);

        Assert.Contains($"AmazonIn           {portal.Address.GetLeftPart(UriPartial.Authority)}", notice, StringComparison.Ordinal);
        Assert.Contains($"Demo marketplace   {portal.Marketplace.GetLeftPart(UriPartial.Authority)}", notice, StringComparison.Ordinal);
        Assert.Matches($"Set up             {portal.Address.GetLeftPart(UriPartial.Authority)}/setup\\?token=\\S{{20,}}", notice);
    }

    [Fact]
    public async Task The_set_up_link_is_printed_only_while_nobody_administers_the_portal()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();

        Assert.DoesNotContain("/setup", await AnnouncementOf(portal), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A2")]
    public async Task A_taken_port_moves_the_demo_marketplace_and_the_client_with_it()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var taken = ((IPEndPoint)squatter.LocalEndpoint).Port;

        await using var portal = await PortalFactory.StartAsync(new Dictionary<string, string?> { ["Sandbox:Url"] = $"http://127.0.0.1:{taken}" });
        await portal.SetUpAsync();

        Assert.NotEqual(taken, portal.Marketplace.Port);
        Assert.True(await portal.ConnectDemoAsync() > 0);
    }

    [Fact]
    public async Task An_unattended_start_sets_the_portal_up_once()
    {
        await using var portal = await PortalFactory.StartAsync(new Dictionary<string, string?>
        {
            ["Bootstrap:AdministratorEmail"] = PortalFactory.AdministratorEmail,
            ["Bootstrap:AdministratorPassword"] = PortalFactory.Password,
            ["Bootstrap:OrganisationHomeState"] = "29",
        });

        using var browser = await portal.LoginAsync();

        var organisation = await portal.Services.GetRequiredService<IOrganisationStore>().FindAsync(TestContext.Current.CancellationToken);
        Assert.Equal("29", organisation?.HomeState?.Code);
        Assert.DoesNotContain("/setup", await AnnouncementOf(portal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bootstrap:AdministratorPassword", "weak", "Bootstrap:AdministratorPassword is refused: ")]
    [InlineData("Bootstrap:AdministratorEmail", "nobody", "Bootstrap:AdministratorEmail is refused: ")]
    [InlineData("Bootstrap:OrganisationHomeState", "99", "Bootstrap:OrganisationHomeState is refused: ")]
    public async Task An_unattended_start_that_cannot_be_says_which_value_is_wrong(string key, string value, string line)
    {
        var configuration = new Dictionary<string, string?>
        {
            ["Bootstrap:AdministratorEmail"] = PortalFactory.AdministratorEmail,
            ["Bootstrap:AdministratorPassword"] = PortalFactory.Password,
            [key] = value,
        };

        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => PortalFactory.StartAsync(configuration));

        Assert.StartsWith(line, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("weak", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_cookies_are_bound_to_the_host()
    {
        await using var portal = await PortalFactory.StartAsync(environment: "Production");
        await portal.SetUpAsync();
        using var browser = portal.Browser();

        using var plain = await browser.GetAsync(new Uri("/account/login", UriKind.Relative), TestContext.Current.CancellationToken);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await browser.GetAsync(new Uri("/account/login", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
        Assert.Contains("https only", await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-AmazonIn.Form=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there_for_a_year()
    {
        await using var portal = await PortalFactory.StartAsync(
            new Dictionary<string, string?> { ["AllowedHosts"] = "portal.example.com" }, environment: "Production");
        using var browser = portal.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        // Browsers are never told so of their own machine.
        browser.DefaultRequestHeaders.Host = "portal.example.com";
        using var page = await browser.GetAsync(new Uri("/account/login", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task A_part_that_fails_is_named_by_the_readiness_check()
    {
        await using var portal = await PortalFactory.StartAsync(services: services =>
            services.PostConfigure<HealthCheckServiceOptions>(options =>
            {
                var keys = options.Registrations.Single(check => check.Name == "keys");
                keys.Factory = _ => new Broken();
            }));
        using var browser = portal.Browser();

        using var live = await browser.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await browser.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(
            """{"status":"unavailable","failing":["keys"]}""",
            await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_clock_that_is_wrong_degrades_the_readiness_and_keeps_the_portal_in_service()
    {
        await using var portal = await PortalFactory.StartAsync(services: services => services.AddSingleton<IAmazonClock>(new Fast()));
        using var browser = portal.Browser();

        using var ready = await browser.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(
            """{"status":"degraded","failing":["clock"]}""",
            await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> AnnouncementOf(PortalFactory portal)
    {
        using var console = new StringWriter();
        await portal.Application.AnnounceAsync(console, TestContext.Current.CancellationToken);
        return console.ToString();
    }

    private sealed class Fast : IAmazonClock
    {
        public TimeSpan? Ahead => TimeSpan.FromMinutes(2);
    }

    private sealed class Broken : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("no keys");
    }
}
