using Microsoft.Playwright;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>
/// One Chromium for all browser tests. Where there is none the tests are skipped with the reason, unless
/// <c>AMAZONIN_REQUIRE_BROWSER=1</c> asks for a failure instead.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (FindBrowser() is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A fresh window with its own cookies, or a skip.</summary>
    internal async Task<BrowserWindow> OpenAsync(Uri address, int width = 1440, int height = 900)
    {
        if (_browser is null)
        {
            Assert.False(
                Environment.GetEnvironmentVariable("AMAZONIN_REQUIRE_BROWSER") == "1",
                "Browser tests are required here, but no Chromium was found.");
            Assert.Skip("No Chromium: install one, or name it in CHROMIUM_PATH.");
        }

        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-IN",
            TimezoneId = "Asia/Kolkata",
        });
        context.SetDefaultTimeout(20_000);
        return await BrowserWindow.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? FindBrowser()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
