using AmazonIn.Tests.EndToEnd;
using AmazonIn.Tests.TestKit;
using Microsoft.Playwright;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Pages in a real browser, under the Content-Security-Policy and without the Internet.</summary>
public sealed class PolicyInBrowserTests(PortalFixture fixture, BrowserFixture browser)
    : IClassFixture<PortalFixture>, IClassFixture<BrowserFixture>
{
    [Theory]
    [Trait("Row", "A4")]
    [InlineData("/api/", "Connect a seller account")]
    [InlineData("/", "Home")]
    [InlineData("/settings/integrations/ecommerce", "Amazon IN")]
    public async Task A_page_works_and_breaks_no_rule_of_the_policy(string path, string text)
    {
        await using var window = await browser.OpenAsync(fixture.Portal.Address);
        var page = window.Page;

        await page.GotoAsync($"/account/login?ReturnUrl={Uri.EscapeDataString(path)}");
        await page.GetByLabel("E-mail").FillAsync(PortalFactory.AdministratorEmail);
        await page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        // Megabytes of script take their time on a busy machine.
        await page.GetByText(text).First.WaitForAsync(new() { Timeout = 60_000 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        window.ConsoleIsEmpty();
        Assert.True(await IsInlineScriptBlockedAsync(page), "An injected script ran.");
    }

    // The positive control: the policy is in force, and would complain.
    private static Task<bool> IsInlineScriptBlockedAsync(IPage page) => page.EvaluateAsync<bool>("""
        () => {
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.body.append(script);
            return window.injected !== true;
        }
        """);
}
