using AmazonIn.Tests.TestKit;
using Microsoft.Playwright;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>The reference page in a real browser, under the Content-Security-Policy and without the Internet.</summary>
public sealed class ReferencePageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    [Trait("Row", "A4")]
    public async Task It_shows_the_calls_and_breaks_no_rule_of_the_policy()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(path), "No Chromium: set CHROMIUM_PATH or install it as /usr/bin/chromium.");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { BaseURL = fixture.Portal.Address.ToString() });
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url} {request.Failure}");

        await page.GotoAsync("/account/login?ReturnUrl=%2Fapi");
        await page.FillAsync("#email", PortalFactory.AdministratorEmail);
        await page.FillAsync("#password", PortalFactory.Password);
        await page.ClickAsync("button[type=submit]");
        // Five megabytes of script take their time on a busy machine.
        await page.GetByText("Connect a seller account").First.WaitForAsync(new() { Timeout = 60_000 });

        Assert.Empty(complaints);
    }
}
