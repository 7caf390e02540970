using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// The only way into the stock ledger, within an open transaction: lines are added, balances follow them, and what
/// changed is marked in the outbox of every listing of the item.
/// </summary>
internal sealed class StockWriter(PortalDbContext db, IBulkWriter bulk, Aftermath aftermath, DateTimeOffset now)
{
    /// <summary>Brings the ledger to what orders want now.</summary>
    public async Task SettleAsync(IReadOnlyCollection<OrderDemand> demands, CancellationToken cancellationToken)
    {
        if (demands.Count == 0)
        {
            return;
        }

        var claims = await ClaimsAsync(demands, cancellationToken);
        var openings = await OpeningsAsync(demands, claims, cancellationToken);
        var movements = new List<StockMovement>();
        var added = new List<StockClaim>();
        var changed = new List<StockClaim>();
        var touched = new HashSet<long>();
        foreach (var demand in demands)
        {
            var known = claims.GetValueOrDefault(demand.OrderKey) ?? [];
            var lines = demand.Lines.Concat(known.Values
                .Where(claim => demand.Lines.All(line => line.LineKey != claim.LineKey))
                .Select(demand.Gone));
            foreach (var line in lines.ToList())
            {
                var opening = openings.GetValueOrDefault(line.ItemId ?? 0);
                var before = movements.Count;
                if (StockClaimPolicy.Settle(line, known.GetValueOrDefault(line.LineKey), opening, movements, now) is { } claim)
                {
                    (claim.Id == 0 ? added : changed).Add(claim);
                }

                // What was sold before the first count is in Amazon's figure already: it leaves that figure as it is.
                var moved = movements.GetRange(before, movements.Count - before);
                if (!moved.Exists(movement => movement.Kind == MovementKind.Opening))
                {
                    touched.UnionWith(moved.Select(movement => movement.ItemId));
                }
            }
        }

        await bulk.AppendAsync(db, added, cancellationToken);
        await bulk.UpdateAsync(db, changed, cancellationToken);
        if (movements.Count > 0)
        {
            await WriteAsync(
                movements,
                await BalancesAsync([.. movements.Select(movement => (movement.WarehouseId, movement.ItemId))], cancellationToken),
                cancellationToken);
            await TouchItemsAsync(touched, cancellationToken);
        }
    }

    /// <summary>Adds ledger lines.</summary>
    public Task PostAsync(IReadOnlyList<StockMovement> movements, CancellationToken cancellationToken) => PostAsync(
        [.. movements.Select(movement => (movement.WarehouseId, movement.ItemId))], _ => movements, cancellationToken);

    /// <summary>Adds the ledger lines that are worked out from what is there.</summary>
    /// <param name="places">Where lines may go.</param>
    /// <param name="decide">Makes the lines of the balances; a place that never held anything has none.</param>
    /// <exception cref="ConcurrentChangeException">What is there changed meanwhile, so nothing is written.</exception>
    public async Task PostAsync(
        HashSet<(long WarehouseId, long ItemId)> places,
        Func<IReadOnlyDictionary<(long WarehouseId, long ItemId), StockBalance>, IReadOnlyList<StockMovement>> decide,
        CancellationToken cancellationToken)
    {
        var balances = await BalancesAsync(places, cancellationToken);
        var movements = decide(balances);
        if (movements.Count == 0)
        {
            return;
        }

        var moved = movements.Select(movement => (movement.WarehouseId, movement.ItemId)).ToHashSet();
        await WriteAsync(
            movements,
            balances.Where(balance => moved.Contains(balance.Key)).ToDictionary(balance => balance.Key, balance => balance.Value),
            cancellationToken);
        await TouchItemsAsync([.. movements.Select(movement => movement.ItemId).Distinct()], cancellationToken);
    }

    /// <summary>
    /// Takes first quantities: afterwards as many units are available as Amazon offers, whatever orders have reserved
    /// before. Nothing is sent for it, since Amazon said so itself.
    /// </summary>
    public async Task OpenAsync(
        IReadOnlyList<OpeningStock> opening, Dictionary<string, long> itemIds, CancellationToken cancellationToken)
    {
        if (opening.Count == 0)
        {
            return;
        }

        var balances = await BalancesAsync(
            [.. opening.Select(stock => (stock.WarehouseId, itemIds[stock.Sku]))], cancellationToken);
        var movements = opening
            .Select(stock => (Stock: stock, ItemId: itemIds[stock.Sku]))
            .Select(pair => new StockMovement(
                pair.Stock.WarehouseId,
                pair.ItemId,
                MovementKind.Opening,
                pair.Stock.Quantity - (balances.GetValueOrDefault((pair.Stock.WarehouseId, pair.ItemId))?.Available ?? 0),
                reserved: 0,
                Cut(pair.Stock.Reason),
                reference: null,
                now))
            .ToList();
        await WriteAsync(movements, balances, cancellationToken);
    }

    /// <summary>Marks every listing of the items whose quantity is ours to send.</summary>
    public async Task TouchItemsAsync(IReadOnlyCollection<long> itemIds, CancellationToken cancellationToken)
    {
        foreach (var ids in itemIds.Chunk(Lists.Size))
        {
            await TouchAsync(
                db.Listings.Where(listing => listing.ItemId != null && ids.Contains(listing.ItemId.Value)), cancellationToken);
        }
    }

    /// <summary>
    /// Marks listings whose quantity is ours to send. One of an item that was never counted is not: a figure made of
    /// reservations alone would end what Amazon offers (I4).
    /// </summary>
    public async Task TouchAsync(IQueryable<Listing> listings, CancellationToken cancellationToken)
    {
        var wanted = listings.Where(listing => listing.FulfilledBy == FulfilledBy.Merchant
            && db.Items.Any(item => item.Id == listing.ItemId && item.OpeningStockAt != null));
        await db.StockPushes
            .Where(push => wanted.Any(listing => listing.Id == push.ListingId))
            .ExecuteUpdateAsync(
                set => set.SetProperty(push => push.Change, push => push.Change + 1).SetProperty(push => push.Due, true),
                cancellationToken);
        var missing = await wanted
            .Where(listing => !db.StockPushes.Any(push => push.ListingId == listing.Id))
            .Select(listing => new { listing.Id, listing.ChannelId })
            .ToListAsync(cancellationToken);
        await bulk.AppendAsync(
            db, missing.ConvertAll(listing => new StockPush(listing.Id, listing.ChannelId)), cancellationToken);
    }

    private async Task WriteAsync(
        IReadOnlyList<StockMovement> movements,
        Dictionary<(long WarehouseId, long ItemId), StockBalance> balances,
        CancellationToken cancellationToken)
    {
        await bulk.AppendAsync(db, movements, cancellationToken);
        foreach (var movement in movements)
        {
            var place = (movement.WarehouseId, movement.ItemId);
            if (!balances.TryGetValue(place, out var balance))
            {
                balance = new StockBalance(movement.WarehouseId, movement.ItemId);
                balances.Add(place, balance);
            }

            balance.Apply(movement);
        }

        var added = balances.Values.Where(balance => balance.Id == 0).ToList();
        aftermath.Inserted(db, added, await bulk.InsertAsync(db, added, cancellationToken));
        await bulk.UpdateAsync(db, [.. balances.Values.Where(balance => balance.Id != 0)], cancellationToken);
    }

    private async Task<Dictionary<(long WarehouseId, long ItemId), StockBalance>> BalancesAsync(
        HashSet<(long WarehouseId, long ItemId)> places, CancellationToken cancellationToken)
    {
        var balances = new Dictionary<(long, long), StockBalance>();
        foreach (var warehouse in places.GroupBy(place => place.WarehouseId))
        {
            foreach (var items in warehouse.Select(place => place.ItemId).Chunk(Lists.Size))
            {
                var found = await db.StockBalances.AsNoTracking()
                    .Where(balance => balance.WarehouseId == warehouse.Key && items.Contains(balance.ItemId))
                    .ToListAsync(cancellationToken);
                found.ForEach(balance => balances.Add((balance.WarehouseId, balance.ItemId), balance));
            }
        }

        return balances;
    }

    private async Task<Dictionary<string, Dictionary<string, StockClaim>>> ClaimsAsync(
        IReadOnlyCollection<OrderDemand> demands, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<string, Dictionary<string, StockClaim>>(StringComparer.Ordinal);
        foreach (var keys in demands.Select(demand => demand.OrderKey).Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
        {
            var found = await db.StockClaims.AsNoTracking()
                .Where(claim => keys.Contains(claim.OrderKey))
                .ToListAsync(cancellationToken);
            foreach (var claim in found)
            {
                if (!claims.TryGetValue(claim.OrderKey, out var lines))
                {
                    lines = new Dictionary<string, StockClaim>(StringComparer.Ordinal);
                    claims.Add(claim.OrderKey, lines);
                }

                lines.Add(claim.LineKey, claim);
            }
        }

        return claims;
    }

    // Only a first claim on an item asks when the item's count began.
    private async Task<Dictionary<long, OpeningMoment>> OpeningsAsync(
        IReadOnlyCollection<OrderDemand> demands,
        Dictionary<string, Dictionary<string, StockClaim>> claims,
        CancellationToken cancellationToken)
    {
        var unclaimed = demands
            .SelectMany(demand => demand.Lines)
            .Where(line => line.ItemId is not null
                && claims.GetValueOrDefault(line.OrderKey)?.GetValueOrDefault(line.LineKey)?.ItemId != line.ItemId)
            .Select(line => line.ItemId!.Value)
            .Distinct();
        var openings = new Dictionary<long, OpeningMoment>();
        foreach (var ids in unclaimed.Chunk(Lists.Size))
        {
            var found = await db.Items
                .Where(item => ids.Contains(item.Id))
                .Select(item => new { item.Id, item.OpeningStockAt, item.OpeningChannelId })
                .ToListAsync(cancellationToken);
            found.ForEach(item => openings.Add(item.Id, new OpeningMoment(item.OpeningStockAt, item.OpeningChannelId)));
        }

        return openings;
    }

    private static string Cut(string reason) =>
        reason.Length <= StockMovement.ReasonMaxLength ? reason : reason[..StockMovement.ReasonMaxLength];
}
