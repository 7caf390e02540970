using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Outward;

/// <summary>Quantities to the demo marketplace by the runner, whatever dies on the way.</summary>
public sealed class StockPushOverTheWireTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Row", "K1")]
    [Trait("Row", "K3")]
    public async Task Amazon_ends_with_our_figures_after_orders_counts_and_deaths_in_any_order(int seed)
    {
        string[] skus = ["KETTLE", "KURTA/L", "कुर्ता"];
        await using var world = await World.StartAsync(skus.ToDictionary(sku => sku, _ => 20, StringComparer.Ordinal));
        var random = new Random(seed);

        for (var step = 0; step < 40; step++)
        {
            switch (random.Next(5))
            {
                case 0:
                    await world.BuyAsync(skus[random.Next(skus.Length)], random.Next(1, 3));
                    break;
                case 1:
                    await world.SyncAsync();
                    break;
                case 2:
                    await MoveAsync(world, skus[random.Next(skus.Length)], random.Next(-3, 8));
                    break;
                case 3:
                    world.Reaper.ComeAfter(random.Next(3));
                    await TickAsync(world);
                    world.Reaper.Leave();
                    break;
                default:
                    await TickAsync(world);
                    break;
            }
        }

        await world.SyncAsync();
        for (var turn = 0; turn < 60; turn++)
        {
            await TickAsync(world);
        }

        Assert.Equal(await AvailableAsync(world), await world.OfferedAsync());
        Assert.True(world.Reaper.Deaths > 0);
        await using var db = world.Database.Open();
        Assert.All(await db.StockPushes.ToListAsync(Cancel), push => Assert.Equal((PushState.Confirmed, false), (push.State, push.Due)));
    }

    private static async Task TickAsync(World world)
    {
        var runner = world.Get<OutboxRunner>();
        await runner.TickAsync(Cancel);
        await runner.WhenIdleAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(30));
    }

    private static Task MoveAsync(World world, string sku, int units) =>
        world.Get<Storage<PortalDbContext>>().WriteAsync(
            async (db, token) =>
            {
                var item = await db.Items.FirstAsync(row => row.Sku == sku, token);
                var warehouse = await db.Warehouses.FirstAsync(token);
                var now = world.Clock.GetUtcNow();
                await new StockWriter(db, world.Get<IBulkWriter>(), new Aftermath(), now).PostAsync(
                    [new StockMovement(warehouse.Id, item.Id, MovementKind.Adjustment, units, 0, "Counted", null, now)], token);
            },
            Cancel);

    private static async Task<Dictionary<string, int?>> AvailableAsync(World world)
    {
        await using var db = world.Database.Open();
        var rows = await db.Items
            .Select(item => new
            {
                item.Sku,
                Available = db.StockBalances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand - balance.Reserved),
            })
            .ToListAsync(Cancel);
        return rows.ToDictionary(row => row.Sku, row => (int?)Math.Max(0, row.Available), StringComparer.Ordinal);
    }
}
