using System.Net.Http.Json;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>The home state decides how tax is split, so no order comes before it is set.</summary>
public sealed class HomeStateTests
{
    [Fact]
    [Trait("Row", "P3")]
    public async Task Without_a_home_state_no_order_comes_and_the_run_says_where_to_set_it()
    {
        await using var shop = await Shop.OpenAsync();
        await SaveOrganisationAsync(shop, homeState: null);

        var refused = await shop.ConnectAndSyncAsync();

        Assert.Equal(RunState.Failed, refused.State);
        Assert.Contains("Settings → Organisation", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await shop.AllAsync("/api/v1/sales-orders"));

        await SaveOrganisationAsync(shop, homeState: "29");
        var run = await shop.SyncAsync();

        Assert.Equal(RunState.Succeeded, run.State);
        await shop.AssertEverythingArrivedOnceAsync();
    }

    private static async Task SaveOrganisationAsync(Shop shop, string? homeState)
    {
        using var saved = await shop.Api.PutAsJsonAsync("/api/v1/organisation", new
        {
            name = "Malgudi Traders",
            baseCurrency = "INR",
            homeState,
            taxRatesEnabled = true,
            timeZone = "Asia/Kolkata",
        });
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
    }
}
