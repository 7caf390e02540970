using System.Net;
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
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private PortalFactory portal = null!;

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
        for (var hour = 1; hour < PortalCookie.Lifetime.TotalHours; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/account/password"));
        }

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account/password"));
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
        clock.Advance(TimeSpan.FromDays(1));
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

    private async Task<System.Security.Claims.ClaimsPrincipal> PrincipalOf(long userId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.FindByIdAsync(userId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(user);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
    }

    private async Task<bool> IsCircuitValidAsync(System.Security.Claims.ClaimsPrincipal principal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        using var session = ActivatorUtilities.CreateInstance<RevalidatingSession>(scope.ServiceProvider);
        return await session.IsStillValidAsync(principal);
    }
}
