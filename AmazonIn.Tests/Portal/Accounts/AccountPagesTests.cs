using AmazonIn.Tests.EndToEnd;
using AmazonIn.Tests.TestKit;
using Microsoft.Playwright;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>The pages before the portal, as a person with a browser meets them.</summary>
public sealed class AccountPagesTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    [Trait("Row", "A2")]
    [Trait("Row", "A5")]
    public async Task A_person_sets_the_portal_up_signs_out_and_in_again(ColorScheme scheme)
    {
        await using var portal = await PortalFactory.StartAsync();
        await using var window = await browser.OpenAsync(portal.Address);
        var page = window.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await page.GotoAsync(await portal.SetUpLinkAsync());
        await window.IsAccessibleAsync("set-up");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up and open the portal" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Enter your organisation's name.")).ToBeVisibleAsync();
        await window.IsAccessibleAsync("set-up with mistakes");
        await page.GetByLabel("E-mail").FillAsync("asha@example.com");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Asha Rao");
        await page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await page.GetByLabel("Organisation name").FillAsync("Malgudi Traders");
        await page.GetByLabel("Home state or union territory").SelectOptionAsync("Karnataka");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up and open the portal" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(portal.Address, "/").ToString());

        await page.GotoAsync("/account/password");
        await window.IsAccessibleAsync("password");
        await page.GotoAsync("/account/access-denied");
        await window.IsAccessibleAsync("access denied");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/items");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
        await window.IsAccessibleAsync("sign-in");
        await page.GetByLabel("E-mail").FillAsync("asha@example.com");
        await page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Uri(portal.Address, "/items").ToString());
        window.ConsoleIsEmpty();
    }
}
