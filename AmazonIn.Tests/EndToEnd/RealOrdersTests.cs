using System.Text.Json;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>Real Amazon.in orders, 4,038 lines of spring 2022, from file to sales orders.</summary>
public sealed class RealOrdersTests
{
    [Fact]
    [Trait("Row", "O1")]
    [Trait("Row", "O3")]
    [Trait("Row", "T2")]
    public async Task Every_real_order_arrives_once_with_every_line_every_state_and_equal_sums()
    {
        var file = RealOrder.FindFile();
        Assert.SkipWhen(file is null, "all-orders-amazon-in.tsv is not in the shared folder beside the repository.");
        var real = RealOrder.ReadAll(file!).Where(order => order.Imported).ToList();
        await using var shop = await Shop.OpenAsync(new Dictionary<string, string?> { ["Sandbox:OrdersFile"] = file });

        var run = await shop.ConnectAndSyncAsync();

        Assert.Equal(0, run.NotSynced);
        await shop.AssertEverythingArrivedOnceAsync();
        var ours = (await shop.AllAsync("/api/v1/sales-orders")).ToDictionary(
            order => order.GetProperty("amazonOrderId").GetString()!, StringComparer.Ordinal);
        Assert.Equal(real.Count, ours.Count);
        Assert.All(real, order =>
        {
            var sales = ours[order.Id];
            Assert.Equal(order.Skus, Skus(sales));
            Assert.Equal(order.ItemTotal, LineTotal(sales));
            AssertStateIsReadOrFlagged(order.State, sales);
        });
        Assert.Equal(real.Sum(order => order.ItemTotal), ours.Values.Sum(LineTotal));
    }

    private static IEnumerable<string> Skus(JsonElement order) =>
        order.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("sku").GetString()!);

    private static decimal LineTotal(JsonElement order) =>
        order.GetProperty("lines").EnumerateArray().Sum(line => Shop.Amount(line.GetProperty("total")) ?? 0m);

    private static void AssertStateIsReadOrFlagged(string state, JsonElement order)
    {
        var place = order.GetProperty("placeOfSupply");
        if (place.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(StateNames.Read(state)?.Code, place.GetProperty("code").GetString());
        }
        else
        {
            Assert.Contains(
                order.GetProperty("flags").EnumerateArray(),
                flag => flag.GetRawText().Contains("state", StringComparison.OrdinalIgnoreCase));
        }
    }
}
