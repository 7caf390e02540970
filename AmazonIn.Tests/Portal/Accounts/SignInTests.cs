using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.Portal.Endpoints;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

public sealed class SignInTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("", "/")]
    [InlineData("/items?sku=A", "/items?sku=A")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/%2fevil.example", "/")]
    public async Task Signing_in_leads_back_to_where_one_was_but_never_away(string returnUrl, string target)
    {
        using var browser = fixture.Portal.Browser();

        using var response = await SignInAsync(browser, PortalFactory.Password, returnUrl: returnUrl);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(target, new Uri(fixture.Portal.Address, response.Headers.Location!).PathAndQuery);
        Assert.Equal(fixture.Portal.Address.Authority, new Uri(fixture.Portal.Address, response.Headers.Location!).Authority);
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_and_ends_with_the_browser()
    {
        using var browser = fixture.Portal.Browser();

        using var response = await SignInAsync(browser, PortalFactory.Password);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("AmazonIn=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Nobody_learns_who_has_an_account()
    {
        var disabled = await fixture.Portal.AddUserAsync("gone@example.com", Role.Viewer);
        await SetDisabledAsync(disabled);

        var texts = new List<string>();
        foreach (var (email, password) in new[]
        {
            (PortalFactory.AdministratorEmail, "Wrong-Horse-42"),
            ("nobody@example.com", "Wrong-Horse-42"),
            ("gone@example.com", PortalFactory.Password),
        })
        {
            using var browser = fixture.Portal.Browser();
            using var response = await SignInAsync(browser, password, email);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var notice = page[page.IndexOf("role=\"alert\"", StringComparison.Ordinal)..];
            texts.Add(notice[..notice.IndexOf("</p>", StringComparison.Ordinal)]);
        }

        Assert.Single(texts.Distinct());
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Five_wrong_tries_shut_the_account_even_to_the_right_password()
    {
        await fixture.Portal.AddUserAsync("locked@example.com", Role.Viewer);
        using var browser = fixture.Portal.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await SignInAsync(browser, "Wrong-Horse-42", "locked@example.com");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var right = await SignInAsync(browser, PortalFactory.Password, "locked@example.com");

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_try_for_ever()
    {
        await using var portal = await PortalFactory.StartAsync(services: services => services.AddSingleton(new SignInLimit(3)));
        using var browser = portal.Browser();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var wrong = await SignInAsync(browser, "Wrong-Horse-42", $"nobody{attempt}@example.com");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var late = await SignInAsync(browser, "Wrong-Horse-42", "nobody@example.com");

        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), late.Headers.RetryAfter?.Delta);
        Assert.StartsWith("Too many attempts", await TextOf(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_is_a_post_with_its_token()
    {
        using var browser = await fixture.Portal.LoginAsync();
        using var empty = new FormUrlEncodedContent([]);

        using var link = await browser.GetAsync(new Uri("/account/logout", UriKind.Relative), TestContext.Current.CancellationToken);
        using var forged = await browser.PostAsync(new Uri("/account/logout", UriKind.Relative), empty, TestContext.Current.CancellationToken);
        using var still = await browser.GetAsync(new Uri("/account/password", UriKind.Relative), TestContext.Current.CancellationToken);
        using var content = await browser.FormOfAsync("/account/password");
        using var real = await browser.PostAsync(new Uri("/account/logout", UriKind.Relative), content, TestContext.Current.CancellationToken);
        using var gone = await browser.GetAsync(new Uri("/account/password", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, link.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(HttpStatusCode.Found, real.StatusCode);
        Assert.Equal(HttpStatusCode.Found, gone.StatusCode);
    }

    [Fact]
    public async Task A_person_changes_their_password_and_signs_in_with_it()
    {
        await fixture.Portal.AddUserAsync("change@example.com", Role.Viewer);
        using var browser = await fixture.Portal.LoginAsync("change@example.com");

        using var wrong = await ChangeAsync(browser, "Wrong-Horse-42", "Better-Horse-43");
        using var weak = await ChangeAsync(browser, PortalFactory.Password, "weak");
        using var changed = await ChangeAsync(browser, PortalFactory.Password, "Better-Horse-43");

        Assert.Contains("That is not your present password.", await TextOf(wrong), StringComparison.Ordinal);
        Assert.Contains("id=\"new-error\"", await TextOf(weak), StringComparison.Ordinal);
        Assert.Contains("Your password is changed.", await TextOf(changed), StringComparison.Ordinal);
        using var again = await fixture.Portal.LoginAsync("change@example.com", "Better-Horse-43");
    }

    [Fact]
    public async Task A_page_beyond_the_role_is_refused_in_words()
    {
        await fixture.Portal.AddUserAsync("auditor@example.com", Role.Auditor);
        using var browser = await fixture.Portal.LoginAsync("auditor@example.com");

        using var refused = await browser.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        using var api = await browser.GetAsync(new Uri("/api/v1/items", UriKind.Relative), TestContext.Current.CancellationToken);
        using var channels = await browser.GetAsync(new Uri("/api/v1/channels", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        Assert.Equal(HttpStatusCode.OK, channels.StatusCode);
    }

    private static async Task<string> TextOf(HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string next) => browser.PostFormAsync(
        "/account/password", ("Input.Current", current), ("Input.New", next), ("Input.Repeated", next));

    private static Task<HttpResponseMessage> SignInAsync(
        HttpClient browser,
        string password,
        string email = PortalFactory.AdministratorEmail,
        string returnUrl = "") => browser.PostFormAsync(
        $"/account/login?ReturnUrl={Uri.EscapeDataString(returnUrl)}", ("Input.Email", email), ("Input.Password", password));

    private async Task SetDisabledAsync(long userId)
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<SetUserDisabled>()
            .RunAsync(Actor.System, userId, disabled: true, TestContext.Current.CancellationToken);
        Assert.True(result.Succeeded, result.Error?.Message);
    }
}
