using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class ControlOrdersTests
{
    private const string Orders = "/orders/2026-01-01/orders";
    private const string Posted = """
        {"orderId":"900-0000000-0000001","createdTime":"2026-11-20T00:00:00Z","lastUpdatedTime":"2026-11-21T00:00:00Z",
        "salesChannel":{"channelName":"BAZAAR","marketplaceId":"A21TJRUUN4KGV"},"surprise":{"a":[1,2.50,null]},
        "fulfillment":{"fulfillmentStatus":"TELEPORTED","fulfilledBy":"ROBOT"},
        "buyer":{"buyerName":"lone \ud800 surrogate"},
        "orderItems":[{"orderItemId":"0001","quantityOrdered":1,"product":{},"wings":2,"proceeds":null}]}
        """;

    [Fact]
    public async Task A_posted_order_is_served_as_it_came()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await PostAsync(sandbox, Posted);
        using var answer = await sandbox.SendAsync(
            HttpMethod.Get,
            $"{Orders}/900-0000000-0000001?includedData={RunningSandbox.AllDatasets}");
        var text = await answer.Content.ReadAsStringAsync(RunningSandbox.Cancel);

        Assert.Contains("\"surprise\":{\"a\":[1,2.50,null]}", text, StringComparison.Ordinal);
        Assert.Contains("TELEPORTED", text, StringComparison.Ordinal);
        Assert.Contains("\\ud800", text, StringComparison.Ordinal);
        Assert.Contains("\"wings\":2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_order_is_found_by_its_window_and_leaves_out_datasets()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });
        await PostAsync(sandbox, Posted);

        var page = await sandbox.GetAsync(
            $"{Orders}?lastUpdatedAfter=2026-11-21T00:00:00Z&marketplaceIds={RunningSandbox.India}");

        var order = Assert.Single(page.ListAt("orders"));
        Assert.True(order.TryGetProperty("surprise", out _));
        Assert.False(order.TryGetProperty("fulfillment", out _));
        Assert.True(order.At("orderItems.0").TryGetProperty("wings", out _));
        Assert.False(order.At("orderItems.0").TryGetProperty("proceeds", out _));
    }

    [Fact]
    public async Task Many_orders_are_taken_at_once_for_a_seller_and_replace_their_namesakes()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });
        var many = Enumerable.Range(0, 300).Select(number => new
        {
            orderId = $"900-0000000-{number:D7}",
            createdTime = "2026-11-20T00:00:00Z",
            orderItems = new[] { new { orderItemId = "1" }, new { orderItemId = "2" } },
        }).ToArray();

        await sandbox.ControlAsync(HttpMethod.Post, "/control/orders?seller=A2DEMOSELLERIN", many);
        await sandbox.ControlAsync(HttpMethod.Post, "/control/orders?seller=A2DEMOSELLERIN", new { orders = many[..100] });
        var first = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");
        var second = await sandbox.ControlAsync(HttpMethod.Get, "/control/state?seller=A2DEMOSELLERIN");
        var all = await sandbox.ControlAsync(HttpMethod.Get, "/control/orders?seller=all");

        Assert.Equal(0, first.GetProperty("orders").GetInt32());
        Assert.Equal(300, second.GetProperty("orders").GetInt32());
        Assert.Equal(600, second.GetProperty("lines").GetInt32());
        Assert.Equal(300, all.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task An_order_without_times_is_visible_at_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });

        await PostAsync(sandbox, """{"orderId":"900-0000000-0000002"}""");
        var page = await sandbox.GetAsync($"{Orders}?lastUpdatedAfter=2026-11-23T09:27:00Z");

        Assert.Equal("""{"orderId":"900-0000000-0000002"}""", Assert.Single(page.ListAt("orders")).GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[1]")]
    [InlineData("""{"orderId":7}""")]
    [InlineData("not json")]
    public async Task What_is_no_order_is_refused(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });
        using var content = new StringContent(body);

        using var answer = await sandbox.Client.PostAsync("/control/orders", content, RunningSandbox.Cancel);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_patch_merges_and_is_visible_at_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });
        await PostAsync(sandbox, Posted);

        var patched = await PatchAsync(sandbox, new
        {
            surprise = (object?)null,
            fulfillment = new { fulfillmentStatus = "CANCELLED" },
            orderItems = Array.Empty<object>(),
        });
        var page = await sandbox.GetAsync($"{Orders}?lastUpdatedAfter=2026-11-23T09:27:00Z&includedData=FULFILLMENT");

        Assert.False(patched.TryGetProperty("surprise", out _));
        var order = Assert.Single(page.ListAt("orders"));
        Assert.Equal("CANCELLED", order.TextAt("fulfillment.fulfillmentStatus"));
        Assert.Equal("ROBOT", order.TextAt("fulfillment.fulfilledBy"));
        Assert.Equal(0, order.GetProperty("orderItems").GetArrayLength());
        Assert.Equal("2026-11-23T09:27:00Z", order.TextAt("lastUpdatedTime"));
    }

    [Fact]
    public async Task Every_patch_is_later_than_the_one_before_also_when_time_stands_still()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });
        await PostAsync(sandbox, Posted);

        var first = await PatchAsync(sandbox, new { round = 1 });
        var second = await PatchAsync(sandbox, new { round = 2 });

        Assert.True(second.GetProperty("lastUpdatedTime").GetDateTimeOffset() > first.GetProperty("lastUpdatedTime").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_patch_may_set_the_last_update_itself_but_never_the_id()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });
        await PostAsync(sandbox, Posted);

        var patched = await PatchAsync(sandbox, new { lastUpdatedTime = "2026-11-19T00:00:00Z", orderId = "other" });

        Assert.Equal("2026-11-19T00:00:00Z", patched.TextAt("lastUpdatedTime"));
        Assert.Equal("900-0000000-0000001", patched.TextAt("orderId"));
    }

    [Fact]
    public async Task A_generated_order_can_be_patched_and_an_unknown_one_is_not_found()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 60, Quotas = false });
        var before = (await sandbox.AllOrdersAsync())[10];
        var id = before.TextAt("orderId");

        await sandbox.ControlAsync(HttpMethod.Patch, $"/control/orders/{id}", new { programs = new[] { "PREMIUM" } });
        var after = (await sandbox.AllOrdersAsync()).Single(order => order.TextAt("orderId") == id);
        var refusal = await sandbox.RefusalAsync(HttpMethod.Patch, "/control/orders/nothing", new { });

        Assert.Equal("PREMIUM", after.TextAt("programs.0"));
        Assert.Equal(before.GetProperty("orderItems").GetRawText(), after.GetProperty("orderItems").GetRawText());
        Assert.Equal(404, refusal.Status);
    }

    [Fact]
    public async Task All_orders_are_summarised_as_Amazon_has_them()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 200, Quotas = false });
        var orders = (await sandbox.AllOrdersAsync()).ToDictionary(order => order.TextAt("orderId")!);

        var summaries = (await sandbox.ControlAsync(HttpMethod.Get, "/control/orders")).ListAt("data");

        Assert.Equal(orders.Keys.Order(), summaries.Select(summary => summary.TextAt("id")!).Order());
        Assert.All(summaries, summary =>
        {
            var order = orders[summary.TextAt("id")!];
            Assert.Equal(
                order.TextAt("fulfillment.fulfillmentStatus"),
                summary.TextAt("status"));
            Assert.Equal(order.GetProperty("orderItems").GetArrayLength(), summary.GetProperty("lines").GetInt32());
            var total = summary.GetProperty("total");
            Assert.Equal(order.TryGetProperty("proceeds", out var proceeds), total.ValueKind == JsonValueKind.Object);
            if (total.ValueKind == JsonValueKind.Object)
            {
                Assert.Equal(
                    proceeds.TextAt("grandTotal.amount"),
                    total.TextAt("amount"));
                Assert.Equal(
                    proceeds.TextAt("grandTotal.currencyCode"),
                    total.TextAt("currency"));
            }
        });
    }

    [Theory]
    [InlineData("""{"advance":"soon"}""")]
    [InlineData("""{}""")]
    public async Task A_wrong_advance_of_the_clock_is_refused(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 0 });

        var refusal = await sandbox.RefusalAsync(HttpMethod.Post, "/control/clock", RunningSandbox.Parse(body));

        Assert.Equal(400, refusal.Status);
    }

    private static async Task PostAsync(RunningSandbox sandbox, string order)
    {
        using var content = new StringContent(order);
        using var answer = await sandbox.Client.PostAsync("/control/orders", content, RunningSandbox.Cancel);
        Assert.Equal(201, (int)answer.StatusCode);
    }

    private static Task<JsonElement> PatchAsync(RunningSandbox sandbox, object patch) =>
        sandbox.ControlAsync(HttpMethod.Patch, "/control/orders/900-0000000-0000001", patch);
}
