using System.Net.Http.Json;
using System.Text.Json;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Quantities from a change in the portal to the marketplace, over real sockets, by the portal's own loop.</summary>
public sealed class StockPushTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Row", "K1")]
    [Trait("Row", "K3")]
    public async Task Change_reaches_Amazon_by_itself_and_a_refused_one_when_a_person_asks_again()
    {
        await using var shop = await Shop.OpenAsync();
        await Shop.PostAsync(shop.Amazon, "/control/listings", new[] { Listing("PUSH-1"), Listing("PUSH/कुर्ता"), Listing("PUSH-BAD", refused: true) });
        await shop.ConnectAndSyncAsync();

        await LimitAsync(shop, "PUSH-1", cap: 4);
        await LimitAsync(shop, "PUSH/कुर्ता", cap: 5);
        await LimitAsync(shop, "PUSH-BAD", cap: 3);

        Assert.Equal(4, await ReceivedAsync(shop, "PUSH-1", 4));
        Assert.Equal(5, await ReceivedAsync(shop, "PUSH/कुर्ता", 5));
        var refused = await ListingAsync(shop, "PUSH-BAD", listing => listing.GetProperty("reason").ValueKind == JsonValueKind.String);
        Assert.Contains("Not approved.", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
        await ListingAsync(
            shop, "PUSH-1", listing => listing.GetProperty("quantitySent") is { ValueKind: JsonValueKind.Number } sent && sent.GetInt32() == 4);

        await Shop.PostAsync(shop.Amazon, "/control/listings", new[] { Listing("PUSH-BAD") });
        var again = await Shop.PostAsync(shop.Api, $"/api/v1/channels/{shop.ChannelId}/stock-push/push-again", new { });
        Assert.True(again.GetProperty("count").GetInt32() >= 1);
        await ListingAsync(shop, "PUSH-BAD", listing => listing.GetProperty("reason").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    [Trait("Row", "K2")]
    public async Task Switched_off_nothing_arrives_and_switched_on_the_current_state_does()
    {
        await using var shop = await Shop.OpenAsync();
        await Shop.PostAsync(shop.Amazon, "/control/listings", new[] { Listing("PUSH-1") });
        await shop.ConnectAndSyncAsync();
        await ToggleAsync(shop, on: false);

        await LimitAsync(shop, "PUSH-1", cap: 2);
        var status = await Shop.GetAsync(shop.Api, $"/api/v1/channels/{shop.ChannelId}/stock-push");
        Assert.False(status.GetProperty("stockSync").GetBoolean());
        Assert.True(status.GetProperty("waiting").GetInt32() >= 1);
        Assert.Empty(await shop.QuantitiesReceivedAsync("PUSH-1"));

        await ToggleAsync(shop, on: true);
        Assert.Equal(2, await ReceivedAsync(shop, "PUSH-1", 2));
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Throttled_and_overloaded_Amazon_gets_the_figure_in_the_end()
    {
        await using var shop = await Shop.OpenAsync();
        await Shop.PostAsync(shop.Amazon, "/control/listings", new[] { Listing("PUSH-1") });
        await shop.ConnectAndSyncAsync();
        await shop.FaultAsync(new { method = "PATCH" }, "throttle", times: 1);
        await shop.FaultAsync(new { method = "PATCH" }, "error503", times: 1);

        await LimitAsync(shop, "PUSH-1", cap: 1);

        Assert.Equal(1, await ReceivedAsync(shop, "PUSH-1", 1));
    }

    private static async Task ToggleAsync(Shop shop, bool on)
    {
        await using var scope = shop.Portal.Services.CreateAsyncScope();
        var toggled = await scope.ServiceProvider.GetRequiredService<SetStockSync>()
            .RunAsync(Actor.System, shop.ChannelId, on, Cancelled);
        Assert.True(toggled.Succeeded, toggled.Error?.Message);
    }

    private static async Task LimitAsync(Shop shop, string sku, int cap)
    {
        await using var db = await shop.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancelled);
        var id = await db.Listings.Where(listing => listing.Sku == sku).Select(listing => listing.Id).SingleAsync(Cancelled);
        using var set = await shop.Api.PutAsJsonAsync($"/api/v1/listings/{id}/stock-limits", new { buffer = 0, cap }, Cancelled);
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<int> ReceivedAsync(Shop shop, string sku, int quantity) =>
        await Shop.UntilAsync(async () => (await shop.QuantitiesReceivedAsync(sku)).Where(figure => figure == quantity).Select(figure => (int?)figure).LastOrDefault());

    private static async Task<JsonElement> ListingAsync(Shop shop, string sku, Func<JsonElement, bool> wanted) =>
        await Shop.UntilAsync<JsonElement>(async () =>
        {
            var items = await Shop.GetAsync(shop.Api, $"/api/v1/items?sku={Uri.EscapeDataString(sku)}");
            var listing = Assert.Single(items.GetProperty("data").EnumerateArray()).GetProperty("listings")[0];
            return wanted(listing) ? listing : null;
        });

    private static object Listing(string sku, bool refused = false) => new
    {
        sku,
        summaries = new[]
        {
            new
            {
                marketplaceId = "A21TJRUUN4KGV",
                asin = "B0EXAMPLE1",
                productType = "KETTLE",
                status = new[] { "BUYABLE", "DISCOVERABLE" },
                itemName = $"Kettle {sku}",
            },
        },
        fulfillmentAvailability = new[] { new { fulfillmentChannelCode = "DEFAULT", quantity = 7 } },
        refusal = refused ? new { message = "Not approved." } : null,
    };
}
