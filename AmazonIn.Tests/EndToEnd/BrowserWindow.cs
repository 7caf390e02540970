using System.Globalization;
using System.Text.RegularExpressions;
using AmazonIn.Tests.TestKit;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>A window whose console is listened to, and which can be checked and photographed.</summary>
internal sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private int _pictures;

    private BrowserWindow(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"exception: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                _complaints.Add($"{response.Status}: {new Uri(response.Url).AbsolutePath}");
            }
        };
    }

    public IPage Page { get; }

    public static async Task<BrowserWindow> OpenAsync(IBrowserContext context) =>
        new(context, await context.NewPageAsync());

    public async Task SignInAsync(string email = PortalFactory.AdministratorEmail)
    {
        await Page.GotoAsync("/account/login");
        await IsAccessibleAsync("/account/login");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(new Regex("/$"));
    }

    /// <summary>Interactive and loaded: the skeletons are gone and the heading stands.</summary>
    public async Task SettledAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(Page.Locator(".mud-skeleton")).ToHaveCountAsync(0);
        await Expect(Page).ToHaveTitleAsync(new Regex("."));
        await MessagesGoneAsync();
    }

    /// <summary>Clicks until the dialog is there: a page that was only just sent takes no clicks yet.</summary>
    public async Task<ILocator> OpenDialogAsync(ILocator button)
    {
        var dialog = Page.GetByRole(AriaRole.Dialog);
        for (var tries = 0; tries < 10 && !await dialog.IsVisibleAsync(); tries++)
        {
            await button.ClickAsync();
            try
            {
                await dialog.WaitForAsync(new LocatorWaitForOptions { Timeout = 3_000 });
            }
            catch (TimeoutException)
            {
                // Clicked again; the assertion below speaks where that does not help.
            }
        }

        await Expect(dialog).ToBeVisibleAsync();
        return dialog;
    }

    public async Task OpenPageAsync(string address)
    {
        await Page.GotoAsync(address);
        await SettledAsync();
    }

    /// <summary>Nothing but silence so far in the browser's console and network.</summary>
    public void ConsoleIsEmpty() => Assert.Empty(_complaints);

    /// <summary>axe finds no violation of WCAG 2.2 AA on the page as it stands, nor of its own best practices.</summary>
    /// <param name="dialog">
    /// A modal dialog is open: the page's landmarks are hidden behind it, which axe's best practice on regions
    /// mistakes for content outside of them.
    /// </param>
    public async Task IsAccessibleAsync(string where, bool dialog = false)
    {
        await MessagesGoneAsync();

        // Colours that are still changing have no contrast to speak of.
        await Page.WaitForFunctionAsync(
            "() => document.getAnimations().every(one => !(one instanceof CSSTransition) || one.playState !== 'running')");
        string[] wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        var result = await Page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions
        {
            RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions
            {
                Type = "tag",
                Values = dialog ? [.. wcag] : [.. wcag, "best-practice"],
            },
        });
        var violations = result.Violations
            .Select(violation =>
                $"{where}: {violation.Id} ({violation.Help}) at "
                + string.Join(", ", violation.Nodes.Select(node => node.Target.ToString())))
            .ToList();
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    /// <summary>Nobody has to push the page aside to read it.</summary>
    public async Task FitsAsync(string where)
    {
        var (screen, page) = (Page.ViewportSize!.Width, await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.True(page <= screen, $"{where} is {page} pixels wide on a screen of {screen}.");
    }

    // A message that is fading away has no contrast to speak of.
    private Task MessagesGoneAsync() => Expect(Page.Locator(".mud-snackbar"))
        .ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });

    /// <summary>Keeps a picture below the test results, for people to look at.</summary>
    public async Task PhotographAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots"));
        var number = (++_pictures).ToString("00", CultureInfo.InvariantCulture);
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(folder.FullName, $"{number}-{name}.png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
