using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>What a person does here reaches Amazon: done by hand once, in a browser, and looked for at the marketplace.</summary>
public sealed class OutwardWalkTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Sku = "WALK-1";
    private const string Integration = "/settings/integrations/ecommerce/1";

    [Fact]
    [Trait("Row", "K1")]
    [Trait("Row", "K2")]
    [Trait("Row", "H1")]
    [Trait("Row", "O4")]
    [Trait("Row", "T5")]
    [Trait("Row", "W2")]
    [Trait("Row", "W3")]
    [Trait("Row", "D1")]
    [Trait("Row", "D2")]
    public async Task Stock_shipment_rates_mapping_and_rest_by_hand()
    {
        await using var shop = await Shop.OpenAsync();
        await Shop.PostAsync(shop.Amazon, "/control/listings", new[]
        {
            new { sku = Sku, fulfillmentAvailability = new[] { new { fulfillmentChannelCode = "DEFAULT", quantity = 9 } } },
        });
        await shop.ConnectAndSyncAsync();
        var order = await ShopOrders.PlaceAsync(shop, Sku);
        await shop.SyncAsync();
        var orderId = (await shop.OrderAsync(order)).GetProperty("id").GetInt64();
        await using var window = await browser.OpenAsync(shop.Portal.Address);
        await window.SignInAsync();

        await AdjustAsync(window, 20);
        await SentAsync(shop, 19);

        await PackAndShipAsync(shop, window, orderId, order);
        await SetRateAsync(window, orderId);
        await MapAndBackAsync(window);
        await RestAndWakeAsync(shop, window);

        window.ConsoleIsEmpty();
    }

    private static async Task AdjustAsync(BrowserWindow window, int quantity)
    {
        var page = window.Page;
        await window.OpenPageAsync("/stock");
        var dialog = await window.OpenDialogAsync(Button(page, "Adjust stock").First);
        await dialog.GetByLabel("SKU").FillAsync(Sku);
        await dialog.GetByLabel("Quantity on hand").FillAsync($"{quantity}");
        await dialog.GetByLabel("Reason").FillAsync("Counted");
        await window.IsAccessibleAsync("the adjustment dialog", dialog: true);
        await Button(dialog, "Adjust stock").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task PackAndShipAsync(Shop shop, BrowserWindow window, long orderId, string amazonOrderId)
    {
        var page = window.Page;
        await window.OpenPageAsync($"/sales-orders/{orderId}");
        var dialog = await window.OpenDialogAsync(Button(page, "Pack"));
        await window.IsAccessibleAsync("the packing dialog", dialog: true);
        await Button(dialog, "Pack 1 unit").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        await window.OpenDialogAsync(Button(page, "Ship PKG-00001"));
        await dialog.GetByLabel("Carrier").SelectOptionAsync(new SelectOptionValue { Label = "Blue Dart" });
        await dialog.GetByLabel("Tracking number").FillAsync("BD 1234 5678");
        await window.IsAccessibleAsync("the shipping dialog", dialog: true);
        await dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        await Shop.UntilAsync<bool>(async () =>
        {
            var there = await Shop.GetAsync(shop.Amazon, $"/control/orders/{amazonOrderId}");
            return there.TryGetProperty("packages", out var packages)
                && packages.EnumerateArray().Any(package => package.GetProperty("trackingNumber").GetString() == "BD12345678")
                    ? true
                    : null;
        });
        await window.OpenPageAsync($"/sales-orders/{orderId}");
        await Expect(page.GetByText("Fulfilled").First).ToBeVisibleAsync();
        await window.PhotographAsync("shipped");
        await window.IsAccessibleAsync("the shipped order");
    }

    private static async Task SetRateAsync(BrowserWindow window, long orderId)
    {
        var page = window.Page;
        await window.OpenPageAsync($"/sales-orders/{orderId}/edit");
        for (var tries = 0; tries < 10 && await Button(page, "Save").IsDisabledAsync(); tries++)
        {
            await Button(page, "Set on every line").ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        await Button(page, "Save").ClickAsync();
        await page.WaitForURLAsync($"**/sales-orders/{orderId}");
        await Expect(page.GetByText("IGST18").First).ToBeVisibleAsync();
    }

    private static async Task MapAndBackAsync(BrowserWindow window)
    {
        var page = window.Page;
        await window.OpenPageAsync(Integration);
        var dialog = await window.OpenDialogAsync(
            page.GetByRole(AriaRole.Switch, new PageGetByRoleOptions { Name = "Warehouse mapping" }));
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await Expect(Button(dialog, "Save")).ToBeEnabledAsync();
        await window.IsAccessibleAsync("the mapping dialog", dialog: true);
        await Button(dialog, "Save").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await window.OpenDialogAsync(
            page.GetByRole(AriaRole.Switch, new PageGetByRoleOptions { Name = "Warehouse mapping", Checked = true }));
        await Button(dialog, "Disable").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task RestAndWakeAsync(Shop shop, BrowserWindow window)
    {
        var page = window.Page;
        await window.OpenPageAsync(Integration);
        var dialog = await window.OpenDialogAsync(Button(page, "Disable Integration"));
        await window.IsAccessibleAsync("the disable dialog", dialog: true);
        await Button(dialog, "Ok").ClickAsync();
        await Expect(Button(page, "Enable Integration")).ToBeVisibleAsync();

        var before = (await shop.QuantitiesReceivedAsync(Sku)).Count;
        await AdjustAsync(window, 5);
        await window.OpenPageAsync(Integration);
        await window.IsAccessibleAsync("the resting integration");
        Assert.Equal(before, (await shop.QuantitiesReceivedAsync(Sku)).Count);

        await window.OpenDialogAsync(Button(page, "Enable Integration"));
        await Button(dialog, "Ok").ClickAsync();
        await Expect(Button(page, "Disable Integration")).ToBeVisibleAsync();
        await SentAsync(shop, 5);
    }

    private static Task<bool> SentAsync(Shop shop, int quantity) => Shop.UntilAsync<bool>(
        async () => (await shop.QuantitiesReceivedAsync(Sku)).LastOrDefault(-1) == quantity ? true : null);

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static ILocator Button(ILocator within, string name) =>
        within.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });
}
