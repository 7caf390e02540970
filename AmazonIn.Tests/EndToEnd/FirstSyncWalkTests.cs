using System.Text.RegularExpressions;
using AmazonIn.Tests.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>A person's first hour, in a browser, on an empty database.</summary>
public sealed partial class FirstSyncWalkTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Integration = "/settings/integrations/ecommerce/1";

    // Every page that an administrator can open, by its address.
    private static readonly string[] Pages =
    [
        "/", "/settings/integrations/ecommerce", Integration, $"{Integration}/history",
        $"{Integration}/history?module=Orders", $"{Integration}/history/1", $"{Integration}/stock", "/items", "/items/1",
        "/item-groups", "/listings", "/stock", "/warehouses", "/sales-orders", "/sales-orders/1", "/sales-orders/1/edit",
        "/sales-orders/new", "/customers", "/packages", "/shipments", "/settings/organisation", "/settings/taxes",
        "/settings/carriers", "/settings/users", "/settings/api-keys",
        "/settings/webhooks", "/settings/security", "/audit", "/audit/deletions", "/account/second-factor", "/account/password",
    ];

    [Fact]
    [Trait("Row", "A2")]
    [Trait("Row", "C1")]
    [Trait("Row", "C2")]
    [Trait("Row", "C5")]
    [Trait("Row", "C6")]
    [Trait("Row", "S2")]
    [Trait("Row", "S3")]
    [Trait("Row", "S4")]
    [Trait("Row", "O2")]
    [Trait("Row", "Y1")]
    [Trait("Row", "Y2")]
    [Trait("Row", "Y4")]
    public async Task From_the_set_up_link_to_a_resync_with_an_empty_console()
    {
        await using var portal = await PortalFactory.StartAsync(new Dictionary<string, string?> { ["Sandbox:Listings"] = "120" });
        await using var window = await browser.OpenAsync(portal.Address);
        var page = window.Page;

        await SetUpAsync(window, await portal.SetUpLinkAsync());
        await ConnectAsync(window);
        await FinishFirstSyncAsync(page);
        await window.PhotographAsync("first-sync");

        await ChangePreferenceAsync(window);
        await SyncManuallyAsync(page);
        await ReadHistoryAndResyncAsync(window);

        window.ConsoleIsEmpty();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [Trait("Row", "A5")]
    public async Task Axe_finds_nothing_on_any_page_and_none_is_wider_than_the_screen(int width, ColorScheme scheme)
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        await using var window = await browser.OpenAsync(shop.Portal.Address, width);
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await window.SignInAsync();

        foreach (var address in Pages)
        {
            await window.Page.GotoAsync(address);
            await window.SettledAsync();
            await window.IsAccessibleAsync(address);
            await window.FitsAsync(address);
            await window.PhotographAsync($"{scheme}-{width}{address.Replace('/', '-').Replace('?', '-')}");
        }

        window.ConsoleIsEmpty();
    }

    private static async Task SetUpAsync(BrowserWindow window, string link)
    {
        var page = window.Page;
        await page.GotoAsync(link);
        await window.IsAccessibleAsync("/setup");
        await page.GetByLabel("E-mail").FillAsync(PortalFactory.AdministratorEmail);
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Asha Rao");
        await page.GetByLabel("Password").FillAsync(PortalFactory.Password);
        await page.GetByLabel("Organisation name").FillAsync("Malgudi Traders");
        await page.GetByLabel("Home state or union territory").SelectOptionAsync("29");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Set up and open the portal" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/$"));
        await window.SettledAsync();
        await window.IsAccessibleAsync("the empty dashboard");
    }

    private static async Task ConnectAsync(BrowserWindow window)
    {
        var page = window.Page;
        await page.GotoAsync("/settings/integrations/ecommerce");
        await window.SettledAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Set Up Now" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Where to find them")).ToBeVisibleAsync();
        await window.IsAccessibleAsync("the set-up dialog", dialog: true);

        var connect = dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Connect", Exact = true });
        await dialog.GetByLabel("Seller ID").FillAsync("A1DEMOSELLERIN");
        await dialog.GetByLabel("Authorisation token").First.FillAsync("Atzr|of-somebody-else");
        await connect.ClickAsync();
        await Expect(dialog.Locator("[aria-invalid=true]").First).ToBeVisibleAsync();

        await dialog.GetByText("Use demo account").ClickAsync();
        await connect.ClickAsync();
        await page.WaitForURLAsync(new Regex(Regex.Escape(Integration) + "$"));
    }

    private static async Task FinishFirstSyncAsync(IPage page)
    {
        await Expect(page.GetByText("Modules in Sync")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sync Manually: Orders" }))
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await Expect(page.GetByText(SyncedCount()).First).ToBeVisibleAsync();
    }

    private static async Task ChangePreferenceAsync(BrowserWindow window)
    {
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Edit the sync preference of orders" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("Confirmed", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await window.IsAccessibleAsync("the preference dialog", dialog: true);
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByText("Confirmed and Fulfilled")).ToBeHiddenAsync();
    }

    private static async Task SyncManuallyAsync(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sync Manually: Orders" });
        await button.ClickAsync();
        await Expect(button).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
    }

    private static async Task ReadHistoryAndResyncAsync(BrowserWindow window)
    {
        var page = window.Page;
        await page.GetByText("Overall Sync History").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/history"));
        await window.SettledAsync();
        await window.IsAccessibleAsync("the history");
        var rows = page.GetByRole(AriaRole.Row);
        await Expect(rows.Nth(1)).ToContainTextAsync("Orders");

        await rows.Nth(1).HoverAsync();

        // Offered once the run that was just asked for has ended.
        await rows.Nth(1).GetByText("Resync").First.ClickAsync(new LocatorClickOptions { Timeout = 60_000 });
        await Expect(rows).ToHaveCountAsync(5, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });

        await page.GotoAsync($"{Integration}/history/1");
        await window.SettledAsync();
        await Expect(page.GetByText("attributes").First).ToBeVisibleAsync();
        await window.PhotographAsync("run");
    }

    [GeneratedRegex("[1-9][0-9,]* synced")]
    private static partial Regex SyncedCount();
}
