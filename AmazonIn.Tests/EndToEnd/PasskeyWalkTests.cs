using System.Text.RegularExpressions;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Passkeys in a browser, with a device of the test's own (security.md D-16).</summary>
[Trait("Row", "A1")]
public sealed class PasskeyWalkTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Page = "/account/second-factor";
    private const string Refusal = "That passkey opens no account here";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passkey_alone_enrols_signs_in_confirms_and_is_removed()
    {
        await using var portal = await OpenAsync();
        await using var window = await OpenAsync(portal);
        var device = await VirtualAuthenticator.PlugInAsync(window.Page);

        await EnrolAsync(window);
        await Expect(window.Page.Locator(".account-codes li")).ToHaveCountAsync(10);
        await window.PhotographAsync("passkey-enrolled");
        await SignOutAsync(window);

        await window.IsAccessibleAsync("/account/login");
        await window.PhotographAsync("passkey-login");
        await SignInAsync(window);
        await Expect(window.Page).ToHaveURLAsync(new Regex("/$"));
        Assert.Contains(await RecordsAsync(portal), record => record.Action == AuditAction.VerifySecondFactor
            && record.Outcome == AuditOutcome.Done && record.Details.Contains("passkey", StringComparison.Ordinal));

        await window.Page.GotoAsync(Page);
        await Expect(window.Page.GetByText("Office laptop")).ToBeVisibleAsync();
        await window.IsAccessibleAsync(Page);
        await window.PhotographAsync("passkey-own");
        await Button(window, "Make new recovery codes").ClickAsync();
        await Expect(window.Page.GetByText("earlier recovery codes no longer work")).ToBeVisibleAsync();

        await window.Page.GotoAsync(Page);
        await Button(window, "Add a passkey or another phone").ClickAsync();
        await Expect(window.Page.GetByText("A passkey is added to what you have")).ToBeVisibleAsync();
        await Button(window, "Add a passkey").ClickAsync();
        await Expect(window.Page.GetByText("already has a passkey")).ToBeVisibleAsync();
        await window.IsAccessibleAsync(Page);
        await window.PhotographAsync("passkey-twice");

        await window.Page.GotoAsync(Page);
        await Button(window, "Remove Office laptop").ClickAsync();
        await Expect(window.Page.GetByText("Your second factor is off")).ToBeVisibleAsync();
        await SignOutAsync(window);
        await SignInAsync(window);
        await Expect(window.Page.GetByText(Refusal)).ToBeVisibleAsync();

        await device.VerifiesAsync(false);
        await SignInAsync(window);
        await Expect(window.Page.GetByText("No passkey was given")).ToBeVisibleAsync();
        window.ConsoleIsEmpty();
    }

    [Fact]
    public async Task Without_the_device_the_password_asks_for_a_recovery_code_and_an_administrator_can_reset_both()
    {
        await using var portal = await OpenAsync();
        await using var window = await OpenAsync(portal);
        await VirtualAuthenticator.PlugInAsync(window.Page);
        await EnrolAsync(window);
        var recovery = await window.Page.Locator(".account-codes li").First.InnerTextAsync();
        await SignOutAsync(window);

        await EnterPasswordAsync(window);
        await window.Page.WaitForURLAsync(new Regex("/account/verify"));
        await window.Page.GetByLabel("Code").FillAsync(recovery);
        await Button(window, "Sign in").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("/$"));
        await SignOutAsync(window);

        var people = portal.Services.GetRequiredService<IUserAccounts>();
        var person = Assert.Single(await people.ListAsync(Cancel));
        Assert.True((await people.ResetSecondFactorAsync(person.Id, Cancel)).Succeeded);
        await SignInAsync(window);
        await Expect(window.Page.GetByText(Refusal)).ToBeVisibleAsync();
        await EnterPasswordAsync(window);
        await window.Page.WaitForURLAsync(new Regex(Page));
        window.ConsoleIsEmpty();
    }

    [Fact]
    public async Task A_device_that_did_not_verify_the_person_is_refused_even_where_the_page_asks_for_less()
    {
        await using var portal = await OpenAsync();
        await using var window = await OpenAsync(portal);
        var device = await VirtualAuthenticator.PlugInAsync(window.Page);
        await EnrolAsync(window);
        await SignOutAsync(window);
        await device.VerifiesAsync(false);
        await window.Page.RouteAsync("**/request-options", async route =>
        {
            var answer = await route.FetchAsync();
            var options = await answer.TextAsync();
            Assert.Contains("\"required\"", options, StringComparison.Ordinal);
            await route.FulfillAsync(new RouteFulfillOptions
            {
                Response = answer,
                Body = options.Replace("\"required\"", "\"discouraged\"", StringComparison.Ordinal),
            });
        });

        await SignInAsync(window);

        await Expect(window.Page.GetByText(Refusal)).ToBeVisibleAsync();
        window.ConsoleIsEmpty();
    }

    [Fact]
    public async Task An_account_that_is_shut_is_shut_to_its_passkey()
    {
        await using var portal = await OpenAsync();
        await using var window = await OpenAsync(portal);
        await VirtualAuthenticator.PlugInAsync(window.Page);
        await EnrolAsync(window);
        await SignOutAsync(window);

        await ChangeAsync(portal, user => user.LockoutEnd = DateTimeOffset.MaxValue);
        await SignInAsync(window);
        await Expect(window.Page.GetByText(Refusal)).ToBeVisibleAsync();

        await ChangeAsync(portal, user => (user.LockoutEnd, user.Disabled) = (null, true));
        await SignInAsync(window);
        await Expect(window.Page.GetByText(Refusal)).ToBeVisibleAsync();

        await ChangeAsync(portal, user => user.Disabled = false);
        await SignInAsync(window);
        await Expect(window.Page).ToHaveURLAsync(new Regex("/$"));
        window.ConsoleIsEmpty();
    }

    [Fact]
    public async Task An_answer_that_was_copied_on_its_way_is_not_taken_twice()
    {
        await using var portal = await OpenAsync();
        await using var window = await OpenAsync(portal);
        await VirtualAuthenticator.PlugInAsync(window.Page);
        await EnrolAsync(window);
        await SignOutAsync(window);
        IRequest? sent = null;
        window.Page.Request += (_, request) =>
            sent = request.PostData?.Contains("Credential=%7B", StringComparison.Ordinal) == true ? request : sent;
        await SignInAsync(window);
        await Expect(window.Page).ToHaveURLAsync(new Regex("/$"));
        Assert.NotNull(sent);

        // Passkeys that are kept in step between devices do not count their uses, so the count cannot tell.
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            var user = await users.FindByEmailAsync(PortalFactory.AdministratorEmail);
            var passkey = Assert.Single(await users.GetPasskeysAsync(user!));
            passkey.SignCount = 0;
            Assert.True((await users.AddOrUpdatePasskeyAsync(user!, passkey)).Succeeded);
        }

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using var copy = new HttpRequestMessage(HttpMethod.Post, sent.Url)
        {
            Content = new StringContent(sent.PostData!, null, "application/x-www-form-urlencoded"),
        };
        var headers = await sent.AllHeadersAsync();
        copy.Headers.Add("Cookie", headers["cookie"]);
        copy.Headers.Add("Origin", headers["origin"]);
        using var answer = await thief.SendAsync(copy, Cancel);

        Assert.Contains(Refusal, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(
            2, (await RecordsAsync(portal)).Count(record => record is { Action: AuditAction.SignIn, Outcome: AuditOutcome.Done }));
    }

    private static async Task<PortalFactory> OpenAsync()
    {
        var portal = await PortalFactory.StartAsync(
            new Dictionary<string, string?> { ["Security:RequireSecondFactor"] = "true" });
        await portal.SetUpAsync();
        return portal;
    }

    // A passkey belongs to a name; browsers know none for a bare address.
    private Task<BrowserWindow> OpenAsync(PortalFactory portal) =>
        browser.OpenAsync(new UriBuilder(portal.Address) { Host = "localhost" }.Uri);

    private static ILocator Button(BrowserWindow window, string name) =>
        window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static async Task EnterPasswordAsync(BrowserWindow window)
    {
        await window.Page.GotoAsync("/account/login");
        await window.Page.GetByLabel("E-mail").FillAsync(PortalFactory.AdministratorEmail);
        await window.Page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await Button(window, "Sign in").ClickAsync();
    }

    private static async Task EnrolAsync(BrowserWindow window)
    {
        await EnterPasswordAsync(window);
        await window.Page.WaitForURLAsync(new Regex(Page));
        await window.IsAccessibleAsync(Page);
        await window.PhotographAsync("passkey-enrolment");
        await window.Page.GetByLabel("Name").FillAsync("Office laptop");
        await Button(window, "Add a passkey").ClickAsync();
        await Expect(window.Page.GetByText("Your passkey is added")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(BrowserWindow window)
    {
        await window.Page.GotoAsync("/account/login");
        await Button(window, "Sign in with a passkey").ClickAsync();
    }

    private static async Task SignOutAsync(BrowserWindow window)
    {
        await window.Page.Context.ClearCookiesAsync();
        await window.Page.GotoAsync("/account/login");
    }

    private static async Task<IReadOnlyList<AuditRecord>> RecordsAsync(PortalFactory portal) =>
        await portal.Services.GetRequiredService<IAuditArchive>().ReadAsync(long.MinValue, 10_000, Cancel);

    private static async Task ChangeAsync(PortalFactory portal, Action<PortalUser> change)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.FindByEmailAsync(PortalFactory.AdministratorEmail);
        change(user!);
        Assert.True((await users.UpdateAsync(user!)).Succeeded);
    }
}
