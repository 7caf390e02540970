using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.Webhooks;

/// <summary>What the stores write down of what happens, in the transaction in which it happens.</summary>
[Trait("Row", "X5")]
public abstract class WebhookEventTests(DatabaseProvider provider) : WebhookTests(provider)
{
    [Fact]
    public async Task An_orders_life_is_told_step_by_step()
    {
        await ListenAsync();
        var file = await OrderAsync();
        var order = $"order:{file.Order.Id}";
        Assert.Equal([$"order.created {order}", "item.stock-changed item:1", "item.stock-changed item:2"], await NewsAsync());

        await PackedAsync(file);
        Assert.Equal([$"order.updated {order}"], await NewsAsync());

        var package = (await FileAsync()).Packages.Single();
        await Ship.RunAsync(Asha, package.Id, By(), Cancelled);
        Assert.Equal(
            [$"shipment.created shipment:1", $"order.fulfilled {order}", "item.stock-changed item:1", "item.stock-changed item:2"],
            await NewsAsync());

        await ImportAsync(Bought("403-7654321-7654321"));
        await NewsAsync();
        var other = await FileAsync("403-7654321-7654321");
        await VoidIt.RunAsync(Asha, other.Order.Id, Cancelled);
        Assert.Equal($"order.voided order:{other.Order.Id}", (await NewsAsync())[0]);
    }

    [Fact]
    public async Task What_a_sync_changes_is_told_and_what_it_only_saw_again_is_not()
    {
        await ListenAsync();
        var file = await OrderAsync();
        await NewsAsync();

        await ImportAsync(Bought());
        Assert.Empty(await NewsAsync());

        await ImportAsync(Bought() with
        {
            Status = MarketplaceOrderStatus.Cancelled, StatusText = "CANCELLED", UpdatedAt = Clock.GetUtcNow(),
        });
        Assert.Equal($"order.voided order:{file.Order.Id}", (await NewsAsync())[0]);
    }

    [Fact]
    public async Task Only_those_who_asked_hear_and_nobody_while_disabled()
    {
        var orders = await ListenAsync(Request("https://erp.example/a", WebhookEventType.OrderCreated));
        var stock = await ListenAsync(Request("https://erp.example/b", WebhookEventType.StockChanged));
        var off = await ListenAsync(Request("https://erp.example/c"));
        await SetEnabled.RunAsync(Meera, off.Id, enabled: false, Cancelled);

        await OrderAsync();

        Assert.Equal(
            [(orders.Id, "order.created"), (stock.Id, "item.stock-changed"), (stock.Id, "item.stock-changed")],
            (await LogAsync()).Select(delivery => (delivery.EndpointId, delivery.Type)));
    }

    [Fact]
    [Trait("Row", "F-12")]
    public async Task Change_that_is_rolled_back_tells_nothing()
    {
        await ListenAsync();
        var file = await OrderAsync();
        await PackedAsync(file);
        var before = (await LogAsync()).Count;

        // The file is older than the packing.
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Orders.SaveAsync(file.Order, file.Packages, Cancelled));

        Assert.Equal(before, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Order_without_anybody_listening_writes_nothing()
    {
        await OrderAsync();

        Assert.Empty(await LogAsync());
    }

    [Fact]
    public async Task Failed_sync_is_told_and_one_that_ended_well_is_not()
    {
        await ListenAsync(Request("https://erp.example/hooks", WebhookEventType.SyncFailed));
        await FinishAsync(await TakenAsync(SyncModule.Items));
        Assert.Empty(await LogAsync());

        var run = await TakenAsync(SyncModule.Items);
        var cursor = await Journal.GetCursorAsync(run.ChannelId, run.Module, Cancelled);
        run.Fail("Amazon refused.", Clock.GetUtcNow());
        await Journal.CloseAsync(run, cursor, Cancelled);

        Assert.Equal(("sync-run.failed", run.Id), ((await LogAsync()).Single().Type, (await LogAsync()).Single().SubjectId));
    }

    /// <summary>What was written down since the last call.</summary>
    private async Task<List<string>> NewsAsync()
    {
        var log = await LogAsync();
        await using var db = Database.Open();
        db.WebhookDeliveries.RemoveRange(log);
        await db.SaveChangesAsync(Cancelled);
        return log.ConvertAll(delivery => $"{delivery.Type} {delivery.SubjectKind}:{delivery.SubjectId}");
    }

    public sealed class OnSqlite() : WebhookEventTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : WebhookEventTests(DatabaseProvider.SqlServer);
}
