using System.Text.Json;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>From an empty directory to a finished first sync, over the REST API and the demo marketplace's HTTP.</summary>
public sealed class FirstSyncTests
{
    private static readonly Dictionary<string, string?> Larger = new()
    {
        ["Sandbox:Orders"] = "450",
        ["Sandbox:Listings"] = "120",
    };

    [Fact]
    [Trait("Row", "C6")]
    [Trait("Row", "O1")]
    [Trait("Row", "O3")]
    [Trait("Row", "A2")]
    public async Task Every_order_arrives_once_with_its_lines_and_its_total_to_the_paisa()
    {
        await using var shop = await Shop.OpenAsync(Larger);

        var run = await shop.ConnectAndSyncAsync();

        Assert.Equal(RunTrigger.Initial, run.Trigger);
        Assert.True(run.Synced > 300, run.Message);
        await shop.AssertEverythingArrivedOnceAsync();
    }

    [Fact]
    [Trait("Row", "O1")]
    [Trait("Row", "I1")]
    public async Task Syncing_again_changes_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();
        var orders = await shop.AllAsync("/api/v1/sales-orders");
        var items = await shop.AllAsync("/api/v1/items");

        await shop.SyncAsync(SyncModule.Items);
        var again = await shop.SyncAsync();

        Assert.Equal(RunTrigger.Manual, again.Trigger);
        Assert.Equal(Texts(orders), Texts(await shop.AllAsync("/api/v1/sales-orders")));
        Assert.Equal(Texts(items), Texts(await shop.AllAsync("/api/v1/items")));
    }

    [Fact]
    [Trait("Row", "T1")]
    [Trait("Row", "T2")]
    [Trait("Row", "T3")]
    public async Task Taxes_on_every_line_add_up_to_what_amazon_sent_on_the_right_components()
    {
        await using var shop = await Shop.OpenAsync(Larger, homeState: "27");
        await shop.ConnectAndSyncAsync();

        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in await shop.AllAsync("/api/v1/sales-orders"))
        {
            var place = order.GetProperty("placeOfSupply");
            foreach (var line in order.GetProperty("lines").EnumerateArray())
            {
                var taxes = line.GetProperty("taxes").EnumerateArray().ToList();
                if (taxes.Count == 0)
                {
                    continue;
                }

                var names = string.Join('+', taxes.Select(tax => tax.GetProperty("component").GetString()));
                kinds.Add(names);
                var within = place.ValueKind == JsonValueKind.Object && place.GetProperty("code").GetString() == "27";
                Assert.Equal(within ? "CGST0+SGST0" : "IGST0", names);
                Assert.Equal(
                    Shop.Amount(line.GetProperty("tax")),
                    taxes.Sum(tax => Shop.Amount(tax.GetProperty("amount"))));
            }
        }

        Assert.Equal(["CGST0+SGST0", "IGST0"], kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Row", "U1")]
    [Trait("Row", "U3")]
    [Trait("Row", "H3")]
    public async Task Customers_bear_the_placeholder_and_every_order_is_paid()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ConnectAndSyncAsync();

        var customers = await shop.AllAsync("/api/v1/customers");

        Assert.NotEmpty(customers);
        Assert.All(customers, customer =>
            Assert.Equal("Amazon IN - Customer", customer.GetProperty("name").GetString()));
        Assert.All(await shop.AllAsync("/api/v1/sales-orders"), order =>
        {
            Assert.Equal("Amazon IN - Customer", order.GetProperty("customerName").GetString());
            Assert.Equal("Paid", order.GetProperty("paymentStatus").GetString());
            Assert.Contains(
                order.GetProperty("comments").EnumerateArray(),
                comment => comment.GetRawText().Contains("\"Paid\"", StringComparison.Ordinal));
        });
    }

    [Fact]
    [Trait("Row", "I2")]
    [Trait("Row", "Y2")]
    public async Task Families_of_more_than_three_attributes_are_named_in_the_history_and_not_synced()
    {
        await using var shop = await Shop.OpenAsync(Larger);
        await shop.ConnectAndSyncAsync();

        var runs = await Shop.GetAsync(shop.Api, "/api/v1/sync-runs?module=Items");
        var id = runs.GetProperty("data")[0].GetProperty("id").GetInt64();
        var failures = await shop.AllAsync($"/api/v1/sync-runs/{id}/entries?outcome=NotSynced");
        var skus = (await shop.AllAsync("/api/v1/items")).Select(item => item.GetProperty("sku").GetString()).ToHashSet();
        var groups = await shop.AllAsync("/api/v1/item-groups");

        Assert.NotEmpty(groups);
        Assert.Contains(failures, entry => entry.GetProperty("kind").GetString() == "ItemGroup");
        Assert.All(failures, entry =>
        {
            Assert.Equal("group.too-many-attributes", entry.GetProperty("reasonCode").GetString());
            Assert.DoesNotContain(entry.GetProperty("key").GetString(), skus);
        });
    }

    private static IEnumerable<string> Texts(List<JsonElement> elements) =>
        elements.Select(element => element.GetRawText()).Order(StringComparer.Ordinal);
}
