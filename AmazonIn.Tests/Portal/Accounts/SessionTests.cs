using System.Net;
using System.Security.Claims;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Components.Account;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>How sessions end, by the clock and by other people.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    // Short enough not to be idle.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private PortalFactory portal = null!;

    private ISessions Sessions => portal.Services.GetRequiredService<ISessions>();

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_disabled_person_is_out_within_a_minute()
    {
        var id = await portal.AddUserAsync("ravi@example.com", Role.Manager);
        using var browser = await portal.LoginAsync("ravi@example.com");
        var circuit = await PrincipalOf(id);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/account/password"));
        Assert.True(await IsCircuitValidAsync(circuit));

        await RunAsync<SetUserDisabled>(use => use.RunAsync(Actor.System, id, disabled: true, TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.False(await IsCircuitValidAsync(circuit));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account/password"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_changed_role_counts_within_a_minute()
    {
        var id = await portal.AddUserAsync("ravi@example.com", Role.Manager);
        using var browser = await portal.LoginAsync("ravi@example.com");
        var circuit = await PrincipalOf(id);

        await RunAsync<ChangeUserRole>(use => use.RunAsync(Actor.System, id, Role.Viewer.Name, TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.False(await IsCircuitValidAsync(circuit));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account/password"));
    }

    [Fact]
    public async Task A_session_ends_after_a_working_day_however_busy_it_was()
    {
        using var browser = await portal.LoginAsync();
        for (var worked = Pause; worked < PortalCookie.Lifetime; worked += Pause)
        {
            clock.Advance(Pause);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/account/password"));
        }

        clock.Advance(Pause);

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account/password"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_session_ends_after_a_quarter_of_an_hour_in_which_nobody_did_anything()
    {
        using var busy = await portal.LoginAsync();
        using var idle = await portal.LoginAsync();
        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(busy, "/account/password"));
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(busy, "/account/password"));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(idle, "/account/password"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(idle, "/api/v1/organisation"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task What_a_circuit_sends_by_itself_keeps_no_session_open()
    {
        using var browser = await portal.LoginAsync();
        for (var minute = 0; minute < 15; minute++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", portal.Address.GetLeftPart(UriPartial.Authority));
            using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account/password"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task An_idle_circuit_ends_with_its_session()
    {
        var id = await portal.AddUserAsync("ravi@example.com", Role.Manager);
        var circuit = await PrincipalOf(id);
        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.True(await IsCircuitValidAsync(circuit));

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await IsCircuitValidAsync(circuit));
        Assert.False(await Sessions.TouchAsync(circuit.FindFirstValue(PortalClaims.Session)!, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        using var browser = await portal.LoginAsync();
        var cookies = browser.Cookies.GetAllCookies().ToList();
        using var form = await browser.FormOfAsync("/account/password");
        using var done = await browser.PostAsync(new Uri("/account/logout", UriKind.Relative), form, TestContext.Current.CancellationToken);

        using var thief = portal.Browser();
        cookies.ForEach(thief.Cookies.Add);

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(thief, "/account/password"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Signing_out_everywhere_ends_every_session_of_the_person_and_nobody_elses()
    {
        await portal.AddUserAsync("ravi@example.com", Role.Viewer);
        using var here = await portal.LoginAsync();
        using var there = await portal.LoginAsync();
        using var other = await portal.LoginAsync("ravi@example.com");
        using var form = await here.FormOfAsync("/account/password");

        using var done = await here.PostAsync(new Uri("/account/logout-everywhere", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(here, "/account/password"));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(there, "/account/password"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/account/password"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_password_of_last_year_opens_only_the_page_that_changes_it()
    {
        clock.Advance(PortalPrincipalFactory.PasswordLife + TimeSpan.FromDays(1));
        using var browser = await portal.LoginAsync();

        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var api = await StatusAsync(browser, "/api/v1/organisation");
        using var changed = await browser.PostFormAsync(
            "/account/password", ("Input.Current", PortalFactory.Password), ("Input.New", "Better-Horse-43"), ("Input.Repeated", "Better-Horse-43"));
        var after = await StatusAsync(browser, "/api/v1/organisation");

        Assert.Equal(HttpStatusCode.Found, home.StatusCode);
        Assert.Equal("/account/password", home.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, api);
        Assert.Equal(HttpStatusCode.OK, after);
    }

    [Fact]
    public async Task A_password_may_be_a_year_old()
    {
        clock.Advance(PortalPrincipalFactory.PasswordLife);
        using var browser = await portal.LoginAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/v1/organisation"));
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task A_key_ends_when_it_is_revoked_or_its_day_has_come()
    {
        using var revoked = await portal.ApiClientAsync("organisation:write");
        using var expiring = await portal.ApiClientAsync("organisation:write");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(revoked, "/api/v1/organisation"));
        var keys = portal.Services.GetRequiredService<IApiKeyStore>();
        var oldest = (await keys.ListAsync(TestContext.Current.CancellationToken)).OrderBy(key => key.Id).First();

        await RunAsync<RevokeApiKey>(use => use.RunAsync(Actor.System, oldest.Id, TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(revoked, "/api/v1/organisation"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(expiring, "/api/v1/organisation"));
        clock.Advance(PortalFactory.KeyLife);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(expiring, "/api/v1/organisation"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task RunAsync<TUseCase>(Func<TUseCase, Task<Result>> run)
        where TUseCase : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var result = await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
        Assert.True(result.Succeeded, result.Error?.Message);
    }

    private async Task<ClaimsPrincipal> PrincipalOf(long userId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.FindByIdAsync(userId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(user);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        var session = await Sessions.StartAsync(userId, TestContext.Current.CancellationToken);
        principal.AddIdentity(new ClaimsIdentity([new Claim(PortalClaims.Session, session)]));
        return principal;
    }

    private async Task<bool> IsCircuitValidAsync(ClaimsPrincipal principal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        using var session = ActivatorUtilities.CreateInstance<RevalidatingSession>(scope.ServiceProvider);
        return await session.IsStillValidAsync(principal);
    }
}
