using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Domain.UseCases.SyncRuns;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Outward;

/// <summary>
/// A seller's day in random order: buyers buy, change their minds, the seller counts, moves, packs, ships, rests the
/// channel, and the process dies. Each story ends with everything settled and looked at.
/// </summary>
internal sealed class Story(World world, IReadOnlyList<string> skus, Random random)
{
    private static readonly Actor Seller = Actor.System;

    private readonly List<string> _told = [];
    private readonly List<string> _open = [];

    /// <summary>What happened, one line a step, to be read when it ended badly.</summary>
    public string Told => string.Join('\n', _told);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task TellAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await StepAsync();
        }
    }

    /// <summary>Everything that rests wakes, everything that waits goes out, and Amazon shows it.</summary>
    public async Task SettleAsync()
    {
        world.Reaper.Leave();
        var channel = await ChannelAsync();
        if (channel.State == ChannelState.Inactive)
        {
            await ExpectAsync(world.Get<EnableChannel>().RunAsync(Seller, channel.Id, Cancel));
        }

        if (!channel.StockSync)
        {
            await ExpectAsync(world.Get<SetStockSync>().RunAsync(Seller, channel.Id, true, Cancel));
        }

        await world.SyncAsync();
        for (var round = 0; round < 12 && await WaitsAsync(); round++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(6));
            await SendAsync();
        }

        Assert.False(await WaitsAsync(), "Something still waits to be sent.");
    }

    public async Task AssertAllIsWellAsync()
    {
        await using var db = world.Database.Open();
        await AssertLedgerAsync(db);
        await AssertOfferedAsync(db);
        await AssertShipmentsAsync(db);
    }

    private Task StepAsync() => random.Next(24) switch
    {
        < 5 => BuyAsync(),
        5 => ChangeAtAmazonAsync("CANCELLED"),
        6 => ChangeAtAmazonAsync("UNSHIPPED"),
        7 => ShipAtAmazonAsync(),
        8 or 9 or 10 => SyncAsync(),
        11 or 12 => AdjustAsync(),
        13 => TransferAsync(),
        14 or 15 or 16 => PackAndShipAsync(),
        17 => CorrectAsync(),
        18 => VoidAsync(),
        19 => UnfulfilAsync(),
        20 => RestOrWakeAsync(),
        21 => MapAsync(),
        22 => DieAsync(),
        _ => SendAndWaitAsync(),
    };

    private async Task BuyAsync()
    {
        var (sku, quantity) = (Any(skus), random.Next(1, 4));
        var (status, by) = random.Next(6) switch
        {
            0 or 1 => ("PENDING", "MERCHANT"),
            2 => ("UNSHIPPED", "AMAZON"),
            _ => ("UNSHIPPED", "MERCHANT"),
        };
        var id = await world.BuyAsync(sku, quantity, status, by);
        _open.Add(id);
        Tell($"{id}: {quantity} × {sku}, {status}, by {by}");
    }

    // Only what nobody has shipped yet, as at Amazon.
    private async Task ChangeAtAmazonAsync(string status)
    {
        if (await AnyUnshippedAtAmazonAsync() is { } id && (status == "CANCELLED" || await StatusAtAmazonAsync(id) == "PENDING"))
        {
            await world.ChangeAsync(id, status);
            Tell($"{id} is {status} at Amazon");
        }
    }

    private async Task ShipAtAmazonAsync()
    {
        if (await AnyUnshippedAtAmazonAsync() is { } id && await StatusAtAmazonAsync(id) == "UNSHIPPED")
        {
            await world.ShipAsync(id);
            Tell($"{id} is shipped in Seller Central");
        }
    }

    private async Task SyncAsync()
    {
        if ((await ChannelAsync()).State == ChannelState.Active)
        {
            await world.SyncAsync();
            Tell("orders are read");
        }
    }

    private async Task AdjustAsync()
    {
        var (sku, delta) = (Any(skus), random.Next(2) == 0 ? random.Next(1, 6) : random.Next(-3, 0));
        var result = await world.Get<AdjustStock>().RunAsync(
            Seller, new AdjustStockRequest(sku, null, null, delta, "Counted"), Cancel);
        Tell($"{sku} {delta:+0;-0}: {result.Error?.Code ?? "done"}");
    }

    private async Task TransferAsync()
    {
        var (from, to) = random.Next(2) == 0 ? (world.Primary, world.Second) : (world.Second, world.Primary);
        var sku = Any(skus);
        var result = await world.Get<TransferStock>().RunAsync(
            Seller, new TransferStockRequest(from, to, [new TransferStockLine(sku, random.Next(1, 4))], "Moved"), Cancel);
        Tell($"{sku} moves from {from} to {to}: {result.Error?.Code ?? "done"}");
    }

    private async Task PackAndShipAsync()
    {
        if (await AnyOrderAsync(order => order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.PartiallyShipped) is not { } file)
        {
            return;
        }

        var line = file.Order.Lines[0];
        var left = line.Quantity - file.Packages.Sum(package => package.Lines.Sum(one => one.Quantity));
        var packed = await world.Get<PackOrder>().RunAsync(
            Seller, file.Order.Id, [new PackRequestLine(line.Id, Math.Max(1, random.Next(1, Math.Max(2, left + 1))))], Cancel);
        Tell($"{file.Order.AmazonOrderId} is packed: {packed.Error?.Code ?? "done"}");
        if (packed.Succeeded)
        {
            var shipped = await world.Get<CreateShipment>().RunAsync(Seller, packed.Value.Id, Request(), Cancel);
            Tell($"{file.Order.AmazonOrderId} is shipped here: {shipped.Error?.Code ?? "done"}");
        }
    }

    private async Task CorrectAsync()
    {
        await using var db = world.Database.Open();
        var shipments = await db.Shipments.Where(shipment => shipment.State != ConfirmationState.Undone)
            .OrderByDescending(shipment => shipment.Id).Take(5).ToListAsync(Cancel);
        if (shipments.Count > 0)
        {
            var shipment = Any(shipments);
            var result = await world.Get<CorrectShipment>().RunAsync(Seller, shipment.PackageId, Request(), Cancel);
            Tell($"{shipment.Number} is corrected: {result.Error?.Code ?? "done"}");
        }
    }

    private async Task VoidAsync()
    {
        if (await AnyOrderAsync(_ => true) is { } file)
        {
            var result = await world.Get<VoidOrder>().RunAsync(Seller, file.Order.Id, Cancel);
            Tell($"{file.Order.AmazonOrderId} is voided: {result.Error?.Code ?? "done"}");
        }
    }

    private async Task UnfulfilAsync()
    {
        if (await AnyOrderAsync(order => order.Status == OrderStatus.Fulfilled || order.Status == OrderStatus.PartiallyShipped) is { } file)
        {
            var result = await world.Get<UnfulfilOrder>().RunAsync(Seller, file.Order.Id, Cancel);
            Tell($"{file.Order.AmazonOrderId} is opened again: {result.Error?.Code ?? "done"}");
        }
    }

    private async Task RestOrWakeAsync()
    {
        var channel = await ChannelAsync();
        if (channel.State == ChannelState.Inactive)
        {
            await ExpectAsync(world.Get<EnableChannel>().RunAsync(Seller, channel.Id, Cancel));
            await world.Get<SyncDispatcher>().TickAsync(Cancel);
            await world.Get<SyncDispatcher>().WhenIdleAsync();
        }
        else if (random.Next(2) == 0)
        {
            await ExpectAsync(world.Get<DisableChannel>().RunAsync(Seller, channel.Id, Cancel));
        }
        else
        {
            await ExpectAsync(world.Get<SetStockSync>().RunAsync(Seller, channel.Id, !channel.StockSync, Cancel));
        }

        channel = await ChannelAsync();
        Tell($"the channel is {channel.State}, stock sync {(channel.StockSync ? "on" : "off")}");
    }

    private async Task MapAsync()
    {
        var channel = await ChannelAsync();
        long? warehouse = channel.WarehouseId is null ? (random.Next(2) == 0 ? world.Primary : world.Second) : null;
        await ExpectAsync(world.Get<MapWarehouse>().RunAsync(Seller, channel.Id, warehouse, Cancel));
        Tell($"the channel is mapped to {warehouse?.ToString(CultureInfo.InvariantCulture) ?? "all"}");
    }

    private async Task DieAsync()
    {
        world.Reaper.ComeAfter(random.Next(3));
        await SendAsync();
        world.Reaper.Leave();
        Tell($"the process may have died while it sent ({world.Reaper.Deaths} deaths so far)");
    }

    private async Task SendAndWaitAsync()
    {
        await SendAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 200)));
        await SendAsync();
        Tell("the outbox was emptied");
    }

    private async Task SendAsync()
    {
        var runner = world.Get<OutboxRunner>();
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await runner.TickAsync(Cancel);
        await runner.WhenIdleAsync();
    }

    private async Task<bool> WaitsAsync()
    {
        await using var db = world.Database.Open();
        return await db.StockPushes.AnyAsync(push => push.Due || push.ReadBackAt != null || push.FeedId != null, Cancel)
            || await db.Shipments.AnyAsync(
                shipment => shipment.State == ConfirmationState.Waiting || shipment.State == ConfirmationState.Retrying
                    || shipment.ReadBackAt != null,
                Cancel);
    }

    private async Task AssertLedgerAsync(Infrastructure.Persistence.PortalDbContext db)
    {
        var sums = await db.StockMovements
            .GroupBy(movement => new { movement.WarehouseId, movement.ItemId })
            .Select(group => new
            {
                group.Key.WarehouseId,
                group.Key.ItemId,
                OnHand = group.Sum(movement => movement.OnHand),
                Reserved = group.Sum(movement => movement.Reserved),
            })
            .ToListAsync(Cancel);
        var balances = await db.StockBalances.ToListAsync(Cancel);
        Assert.Equal(
            sums.Select(sum => (sum.WarehouseId, sum.ItemId, sum.OnHand, sum.Reserved)).Order(),
            balances.Select(balance => (balance.WarehouseId, balance.ItemId, balance.OnHand, balance.Reserved)).Order());

        var claims = await db.StockClaims
            .GroupBy(claim => new { claim.WarehouseId, claim.ItemId })
            .Select(group => new { group.Key.WarehouseId, group.Key.ItemId, Reserved = group.Sum(claim => claim.Reserved) })
            .ToListAsync(Cancel);
        Assert.Equal(
            claims.Where(claim => claim.Reserved != 0).Select(claim => (claim.WarehouseId, claim.ItemId, claim.Reserved)).Order(),
            balances.Where(balance => balance.Reserved != 0)
                .Select(balance => (balance.WarehouseId, balance.ItemId, balance.Reserved)).Order());
        Assert.All(balances, balance => Assert.True(balance.Reserved >= 0));
    }

    private async Task AssertOfferedAsync(Infrastructure.Persistence.PortalDbContext db)
    {
        var channel = await ChannelAsync();
        var offered = await world.OfferedAsync();
        var balances = await db.StockBalances.ToListAsync(Cancel);
        var pushes = await db.StockPushes.ToDictionaryAsync(push => push.ListingId, Cancel);
        foreach (var listing in await db.Listings.Where(listing => listing.ItemId != null).ToListAsync(Cancel))
        {
            var available = balances
                .Where(balance => balance.ItemId == listing.ItemId
                    && (channel.WarehouseId is null || balance.WarehouseId == channel.WarehouseId))
                .Sum(balance => balance.Available);
            var ours = pushes.TryGetValue(listing.Id, out var push) ? push.Offered(available) : Math.Max(0, available);
            Assert.True(ours == offered[listing.Sku], $"{listing.Sku}: Amazon offers {offered[listing.Sku]}, here it is {ours}.");
            Assert.True(push is null or { State: PushState.Confirmed or PushState.Waiting }, $"{listing.Sku}: {push?.State} {push?.Reason}");
        }
    }

    // One package at Amazon for each shipment of ours, never more units than were ordered.
    private async Task AssertShipmentsAsync(Infrastructure.Persistence.PortalDbContext db)
    {
        var orders = await db.SalesOrders.Where(order => _open.Contains(order.AmazonOrderId!)).ToListAsync(Cancel);
        foreach (var order in orders)
        {
            var packages = await db.Packages.Where(package => package.SalesOrderId == order.Id)
                .Include(package => package.Shipment).Include(package => package.Lines).ToListAsync(Cancel);
            var told = packages
                .Where(package => package.Shipment is { State: ConfirmationState.Confirmed or ConfirmationState.Accepted })
                .ToDictionary(package => package.Reference.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
            var amazon = await world.ReadAsync($"/control/orders/{order.AmazonOrderId}");
            var there = amazon.TryGetProperty("packages", out var list) ? list.EnumerateArray().ToList() : [];
            var references = there.ConvertAll(package => package.GetProperty("packageReferenceId").GetString()!);

            Assert.Equal(references.Count, references.Distinct(StringComparer.Ordinal).Count());
            Assert.All(told, package => Assert.Contains(package.Key, references));
            foreach (var package in there)
            {
                if (told.TryGetValue(package.GetProperty("packageReferenceId").GetString()!, out var ours))
                {
                    Assert.Equal(ours.Shipment!.TrackingNumber, package.GetProperty("trackingNumber").GetString());
                }
            }

            Assert.DoesNotContain(packages, package => package.Shipment is { State: ConfirmationState.Waiting or ConfirmationState.Retrying });
        }
    }

    private Task<OrderFile?> AnyOrderAsync(System.Linq.Expressions.Expression<Func<SalesOrder, bool>> which) => FindAsync(which);

    private async Task<OrderFile?> FindAsync(System.Linq.Expressions.Expression<Func<SalesOrder, bool>> which)
    {
        await using var db = world.Database.Open();
        var ids = await db.SalesOrders.Where(order => _open.Contains(order.AmazonOrderId!)).Where(which)
            .Select(order => order.Id).ToListAsync(Cancel);
        return ids.Count == 0 ? null : await world.Get<IOrderStore>().FindAsync(Any(ids), Cancel);
    }

    private async Task<string?> AnyUnshippedAtAmazonAsync()
    {
        var candidates = new List<string>();
        foreach (var id in _open)
        {
            if (await StatusAtAmazonAsync(id) is "PENDING" or "UNSHIPPED")
            {
                candidates.Add(id);
            }
        }

        return candidates.Count == 0 ? null : Any(candidates);
    }

    private async Task<string?> StatusAtAmazonAsync(string id) =>
        (await world.ReadAsync($"/control/orders/{id}")).GetProperty("fulfillment").GetProperty("fulfillmentStatus").GetString();

    private async Task<SalesChannel> ChannelAsync() =>
        (await world.Get<IChannelStore>().FindAsync(world.Channel.Id, Cancel))!;

    private ShipmentRequest Request() => new(
        random.Next(2) == 0 ? "Blue Dart" : "Delhivery",
        null,
        random.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture),
        world.Clock.GetUtcNow());

    private T Any<T>(IReadOnlyList<T> things) => things[random.Next(things.Count)];

    private void Tell(string line) => _told.Add(line);

    private static async Task ExpectAsync<T>(Task<Result<T>> done)
    {
        var result = await done;
        Assert.True(result.Succeeded, result.Error?.Message);
    }
}
