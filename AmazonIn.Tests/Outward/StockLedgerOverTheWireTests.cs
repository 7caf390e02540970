using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Outward;

/// <summary>What orders do to stock, from Amazon's wire to our ledger.</summary>
public sealed class StockLedgerOverTheWireTests
{
    [Fact]
    [Trait("Row", "K1")]
    public async Task Pending_order_reserves_and_its_confirmation_moves_nothing_more()
    {
        await using var world = await World.StartAsync(new Dictionary<string, int> { ["A"] = 5 });

        var id = await world.BuyAsync("A", 2, "PENDING");
        await world.SyncAsync();
        Assert.Equal((5, 2), await StockAsync(world, "A"));
        await world.ChangeAsync(id, "UNSHIPPED");
        await world.SyncAsync();
        Assert.Equal((5, 2), await StockAsync(world, "A"));
        Assert.Equal(2, await MovementsAsync(world));
        await world.ChangeAsync(id, "SHIPPED");
        await world.SyncAsync();
        Assert.Equal((3, 0), await StockAsync(world, "A"));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Pending_order_that_is_cancelled_gives_its_units_back()
    {
        await using var world = await World.StartAsync(new Dictionary<string, int> { ["A"] = 5 });

        var id = await world.BuyAsync("A", 2, "PENDING");
        await world.SyncAsync();
        await world.ChangeAsync(id, "CANCELLED");
        var run = await world.SyncAsync();

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal((5, 0), await StockAsync(world, "A"));
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Orders_that_amazon_fulfils_touch_none_of_our_stock()
    {
        await using var world = await World.StartAsync(new Dictionary<string, int> { ["A"] = 5 });

        await world.BuyAsync("A", 2, fulfilledBy: "AMAZON");
        await world.SyncAsync();

        Assert.Equal((5, 0), await StockAsync(world, "A"));
    }

    private static async Task<(int OnHand, int Reserved)> StockAsync(World world, string sku)
    {
        await using var db = world.Database.Open();
        var item = await db.Items.SingleAsync(item => item.Sku == sku, TestContext.Current.CancellationToken);
        var balance = await db.StockBalances.SingleAsync(
            balance => balance.ItemId == item.Id, TestContext.Current.CancellationToken);
        return (balance.OnHand, balance.Reserved);
    }

    private static async Task<int> MovementsAsync(World world)
    {
        await using var db = world.Database.Open();
        return await db.StockMovements.CountAsync(TestContext.Current.CancellationToken);
    }
}
