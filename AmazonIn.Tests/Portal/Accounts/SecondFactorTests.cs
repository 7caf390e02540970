using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>The second factor as a browser meets it (security.md D-16, V-12).</summary>
[Trait("Row", "A1")]
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Page = "/account/second-factor";

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private PortalFactory portal = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(
            new Dictionary<string, string?> { ["Security:RequireSecondFactor"] = "true" },
            services: services => services.AddSingleton<TimeProvider>(clock));
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/sales-orders", HttpStatusCode.Found)]
    [InlineData("/account/password", HttpStatusCode.Found)]
    [InlineData("/api/v1/organisation", HttpStatusCode.Forbidden)]
    [InlineData("/openapi/v1.json", HttpStatusCode.Forbidden)]
    [InlineData(Page, HttpStatusCode.OK)]
    public async Task A_password_alone_reaches_only_the_enrolment(string path, HttpStatusCode status)
    {
        using var browser = await portal.LoginAsync();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Found)
        {
            Assert.Equal(Page, answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_password_alone_opens_no_circuit()
    {
        using var browser = await portal.LoginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", portal.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Enrolling_opens_the_portal_and_shows_ten_recovery_codes_once()
    {
        using var browser = await portal.LoginAsync();

        var (_, codes) = await AuthenticatorApp.EnrolAsync(browser, clock);

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/v1/organisation"));
        var page = await browser.GetStringAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("10 unused recovery codes", page, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], page, StringComparison.Ordinal);
        Assert.DoesNotContain("account-secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_first_code_keeps_the_key_on_the_page_and_turns_nothing_on()
    {
        using var browser = await portal.LoginAsync();

        using var answer = await browser.PostFormAsync(Page, ("Input.Code", "000000"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("That code is not right", page, StringComparison.Ordinal);
        Assert.Contains("account-secret", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/api/v1/organisation"));
    }

    [Fact]
    public async Task A_code_signs_in_once_and_older_ones_never()
    {
        var (app, _) = await EnrolAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        var code = app.Code();

        Assert.False(await SignInAsync(app.Code(-2)));
        Assert.False(await SignInAsync(app.Code(1)));
        Assert.True(await SignInAsync(code));
        Assert.False(await SignInAsync(code));
        Assert.False(await SignInAsync(app.Code(-1)));

        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await SignInAsync(app.Code()));
    }

    [Fact]
    public async Task The_code_that_enrolled_does_not_sign_in()
    {
        var (app, _) = await EnrolAsync();

        Assert.False(await SignInAsync(app.Code()));
    }

    [Fact]
    public async Task A_code_typed_slowly_still_counts()
    {
        var (app, _) = await EnrolAsync();
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True(await SignInAsync(app.Code(-1)));
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        var (_, codes) = await EnrolAsync();

        Assert.True(await SignInAsync(codes[3].Replace('-', ' ').ToUpperInvariant()));
        Assert.False(await SignInAsync(codes[3]));
        Assert.True(await SignInAsync(codes[4]));
    }

    [Fact]
    public async Task Five_wrong_codes_shut_the_account_and_the_password_does_not_start_the_count_anew()
    {
        var (app, _) = await EnrolAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.False(await SignInAsync("000000"));
        }

        Assert.False(await SignInAsync(app.Code()));
    }

    [Fact]
    public async Task The_second_step_is_no_session()
    {
        await EnrolAsync();
        using var browser = portal.Browser();
        using var password = await PasswordAsync(browser);

        Assert.Equal("/account/verify", password.Headers.Location is { } to ? new Uri(portal.Address, to).AbsolutePath : null);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/api/v1/organisation"));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, "/account/password"));
    }

    [Fact]
    public async Task Without_a_password_there_is_no_second_step()
    {
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(portal.Browser(), "/account/verify"));
    }

    [Fact]
    public async Task Enrolling_ends_the_other_sessions()
    {
        using var other = await portal.LoginAsync();
        await EnrolAsync();
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(other, Page));
    }

    [Fact]
    public async Task Moving_to_another_phone_asks_for_a_code_and_then_enrols_anew()
    {
        using var browser = await portal.LoginAsync();
        var (app, codes) = await AuthenticatorApp.EnrolAsync(browser, clock);
        clock.Advance(TimeSpan.FromMinutes(1));

        using var refused = await browser.PostFormAsync(Page, ("Input.Code", "000000"), ("Input.Action", "remove"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/v1/organisation"));
        using var removed = await browser.PostFormAsync(Page, ("Input.Code", app.Code()), ("Input.Action", "remove"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, "/api/v1/organisation"));

        var (second, secondCodes) = await AuthenticatorApp.EnrolAsync(browser, clock);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/api/v1/organisation"));
        Assert.NotEqual(app.Code(), second.Code());
        Assert.Empty(codes.Intersect(secondCodes));
        Assert.False(await SignInAsync(codes[0]));
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        using var browser = await portal.LoginAsync();
        var (app, codes) = await AuthenticatorApp.EnrolAsync(browser, clock);
        clock.Advance(TimeSpan.FromMinutes(1));

        using var renewed = await browser.PostFormAsync(Page, ("Input.Code", app.Code()), ("Input.Action", "renew"));

        Assert.Contains("earlier recovery codes no longer work", await renewed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(await SignInAsync(codes[0]));
    }

    [Fact]
    public async Task An_administrator_takes_it_off_and_the_person_enrols_anew()
    {
        var id = await portal.AddUserAsync("ravi@example.com", Role.Viewer);
        using var browser = await portal.LoginAsync("ravi@example.com");
        var (app, codes) = await AuthenticatorApp.EnrolAsync(browser, clock);

        await using var scope = portal.Services.CreateAsyncScope();
        var reset = scope.ServiceProvider.GetRequiredService<ResetSecondFactor>();
        var own = await reset.RunAsync(Actor.System with { Id = AccountIds.OfUser(id) }, id, TestContext.Current.CancellationToken);
        var viewer = await reset.RunAsync(new Actor("user:99", "Eve", Role.Manager.Permissions), id, TestContext.Current.CancellationToken);
        var done = await reset.RunAsync(Actor.System, id, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("user.own-second-factor", own.Error?.Code);
        Assert.False(viewer.Succeeded);
        Assert.True(done.Succeeded);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(browser, Page));
        using var again = await portal.LoginAsync("ravi@example.com");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(again, "/api/v1/organisation"));
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_recovery_code_is_in_the_database_as_it_is()
    {
        using var browser = await portal.LoginAsync();
        var page = await browser.GetStringAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("account-secret", page, StringComparison.Ordinal);
        var (_, codes) = await AuthenticatorApp.EnrolAsync(browser, clock);

        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stored = await db.SecondFactors.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("CfDJ8", stored.Secret, StringComparison.Ordinal);
        var hashes = await db.RecoveryCodes.AsNoTracking().Select(code => code.Hash).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(codes.Count, hashes.Count);
        Assert.All(hashes, hash => Assert.Equal(32, hash.Length));
    }

    private async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> EnrolAsync()
    {
        using var browser = await portal.LoginAsync();
        return await AuthenticatorApp.EnrolAsync(browser, clock);
    }

    private static Task<HttpResponseMessage> PasswordAsync(HttpClient browser) => browser.PostFormAsync(
        "/account/login", ("Input.Email", PortalFactory.AdministratorEmail), ("Input.Password", PortalFactory.Password));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<bool> SignInAsync(string code)
    {
        using var browser = portal.Browser();
        using var password = await PasswordAsync(browser);
        if (password.StatusCode != HttpStatusCode.Found)
        {
            return false;
        }

        using var done = await browser.PostFormAsync("/account/verify", ("Input.Code", code));
        return done.StatusCode == HttpStatusCode.Found
            && await StatusAsync(browser, "/api/v1/organisation") == HttpStatusCode.OK;
    }
}
