using System.Globalization;
using System.Text.Json;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Tests.Sandbox;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

/// <summary>
/// The client before the demo marketplace: real sockets, real packing, real quotas, one clock for both.
/// </summary>
public sealed class SandboxReadingTests
{
    private static readonly ChannelConnection _channel = new(7, DemoIdentities.FirstSeller, Marketplace.India);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_order_of_the_demo_comes_through_with_its_total()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 450, Quotas = false });
        using var rig = RigFor(sandbox);

        var pages = await OrdersAsync(rig);

        var there = await ThereAsync(sandbox);
        var orders = pages.SelectMany(page => page.Records).ToDictionary(record => record.Key, record => record.Value!);
        Assert.Equal(there.Keys.Order(StringComparer.Ordinal), orders.Keys.Order(StringComparer.Ordinal));
        Assert.All(there, order => Assert.Equal(order.Value, orders[order.Key].GrandTotal));
        Assert.All(orders.Values, order => Assert.DoesNotContain(
            OrderReconciliation.Flags(order, "INR"), flag => flag.Code is "amounts.differ" or "amounts.line-differs"));
        Assert.NotNull(pages[^1].ReadUpTo);
        Assert.Empty(rig.Pauses.Slept);
    }

    [Fact]
    public async Task Beyond_the_quota_the_rest_comes_by_report_within_minutes()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 2600, Listings = 40 });
        using var rig = RigFor(sandbox);
        var began = rig.Time.GetUtcNow();

        var pages = await OrdersAsync(rig);

        var there = await ThereAsync(sandbox);
        var orders = pages.SelectMany(page => page.Records).ToList();
        Assert.Equal(there.Keys.Order(StringComparer.Ordinal), orders.Select(record => record.Key).Order(StringComparer.Ordinal));
        Assert.All(orders, record => Assert.NotNull(record.Value));
        Assert.All(orders.Where(record => record.Value!.Complete), record => Assert.Equal(there[record.Key], record.Value!.GrandTotal));
        Assert.Contains(orders, record => !record.Value!.Complete);
        Assert.True(rig.Time.GetUtcNow() - began < TimeSpan.FromMinutes(30));
        Assert.All(
            orders.Where(record => record.Value!.Status == MarketplaceOrderStatus.Unshipped),
            record => Assert.True(record.Value!.Complete || record.Value.FulfilledBy == AmazonIn.Domain.Catalog.FulfilledBy.Amazon));
    }

    [Theory]
    [InlineData("throttle")]
    [InlineData("error500")]
    [InlineData("error503")]
    [InlineData("truncate")]
    [InlineData("malformed")]
    [InlineData("duplicatePage")]
    [InlineData("outOfOrder")]
    [InlineData("unauthorized")]
    public async Task A_fault_of_the_demo_loses_nothing(string fault)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 450, Quotas = false });
        using var rig = RigFor(sandbox);
        await sandbox.ControlAsync(
            HttpMethod.Post, "/control/faults", new { match = new { path = "/orders/2026-01-01" }, fault, times = 1 });

        var pages = await OrdersAsync(rig);

        var there = await ThereAsync(sandbox);
        Assert.Equal(
            there.Keys.Order(StringComparer.Ordinal),
            pages.SelectMany(page => page.Records).Select(record => record.Key).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1300)]
    public async Task Every_listing_of_the_demo_comes_through(int count)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Listings = count, Orders = 1 });
        using var rig = RigFor(sandbox);

        List<MarketplacePage<MarketplaceListing>> pages = [];
        await foreach (var page in rig.Listings.ReadAsync(_channel, null, null, rig.Waits, Cancel))
        {
            pages.Add(page);
        }

        var listings = pages.SelectMany(page => page.Records).ToList();
        var state = await sandbox.ControlAsync(HttpMethod.Get, "/control/state");
        Assert.Equal(state.GetProperty("listings").GetInt32(), listings.Select(record => record.Key).Distinct().Count());
        Assert.All(listings, record => Assert.NotNull(record.Value));
        Assert.Contains(listings, record => record.Value!.IsParent);
        Assert.Contains(listings, record => record.Value is { ParentSku: not null, AttributeValues.Count: > 0 });
        Assert.All(
            listings.Where(record => record.Value!.ParentSku is not null),
            record => Assert.All(record.Value!.AttributeValues, Assert.NotNull));
    }

    [Fact]
    [Trait("Row", "C5")]
    public async Task The_demos_identifiers_are_verified_and_wrong_ones_are_not()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var rig = RigFor(sandbox);

        var account = await rig.Authorization.VerifyAsync(Marketplace.India, _channel.SellerId, "Atzr|demo-in", Cancel);
        Assert.Contains(account.Participations, one => one.MarketplaceId == Marketplace.India.Id && one.IsParticipating);

        var token = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(
            () => rig.Authorization.VerifyAsync(Marketplace.India, _channel.SellerId, "Atzr|wrong", Cancel));
        Assert.Equal("amazon.reauthorize", token.Code);

        var seller = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(
            () => rig.Authorization.VerifyAsync(Marketplace.India, "A9WRONGSELLER", "Atzr|demo-in", Cancel));
        Assert.Equal("amazon.seller-id", seller.Code);
    }

    private static SpApiRig RigFor(RunningSandbox sandbox)
    {
        var address = sandbox.Client.BaseAddress!;
        var rig = new SpApiRig(
            new Dictionary<string, string?>
            {
                ["Amazon:ClientId"] = "amzn1.application-oa2-client.demo",
                ["Amazon:ClientSecret"] = "demo-secret",
                ["Amazon:TokenUrl"] = new Uri(address, "/auth/o2/token").ToString(),
                ["Amazon:Endpoint"] = address.ToString(),
            },
            sandbox.Time,
            overTheWire: true);
        rig.Channels.RefreshToken = "Atzr|demo-in";
        return rig;
    }

    private static async Task<List<MarketplacePage<MarketplaceOrder>>> OrdersAsync(SpApiRig rig)
    {
        List<MarketplacePage<MarketplaceOrder>> pages = [];
        await foreach (var page in rig.Orders.ReadAsync(
            _channel, new OrderWindow(rig.Time.GetUtcNow().AddDays(-400), null), null, rig.Waits, Cancel))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static async Task<Dictionary<string, decimal?>> ThereAsync(RunningSandbox sandbox)
    {
        var answer = await sandbox.ControlAsync(HttpMethod.Get, "/control/orders");
        return answer.GetProperty("data").EnumerateArray().ToDictionary(
            order => order.GetProperty("id").GetString()!,
            order => order.GetProperty("total") is { ValueKind: JsonValueKind.Object } total
                ? decimal.Parse(total.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture)
                : (decimal?)null);
    }
}
