using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class StockQueries(Storage<PortalDbContext> storage) : IStockQueries
{
    public Task<PageOf<StockRow>> ListAsync(
        StockFilter filter, SortBy<StockSort> sort, PageRequest page, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = StockMatching.Filter(context, filter);
                var sorted = Sort(wanted, StockMatching.Balances(context, filter), sort).Select(item => item.Id);
                var found = await wanted.Select(item => item.Id).ReadPageAsync(sorted, page, token);
                return found.Of(await StockRows.ReadAsync(context, filter, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public Task<PageOf<LedgerRow>> ListLedgerAsync(
        long itemId, long? warehouseId, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var lines = context.StockMovements.Where(line => line.ItemId == itemId
                    && (warehouseId == null || line.WarehouseId == warehouseId));
                var ids = lines.Select(line => line.Id);

                // Lines are only ever added, so the order of their ids is the order of time.
                var found = await ids.ReadPageAsync(ids.OrderByDescending(id => id), page, token);
                var rows = await MovementsAsync(context, found.Ids, token);
                return found.Of(await RunningAsync(lines, rows, token), row => row.Movement.Id);
            },
            cancellationToken);

    public Task<PageOf<ReservationRow>> ListReservationsAsync(
        long itemId, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var ids = context.StockClaims
                    .Where(claim => claim.ItemId == itemId && claim.Reserved != 0)
                    .Select(claim => claim.Id);
                var found = await ids.ReadPageAsync(ids.OrderByDescending(id => id), page, token);
                return found.Of(await Reservations.ReadAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public Task<IReadOnlyList<ListingPushRow>> ListPushesAsync(long itemId, CancellationToken cancellationToken) =>
        storage.ReadAsync((context, token) => ListingPushes.ReadAsync(context, itemId, token), cancellationToken);

    public Task<PageOf<PushAnswerRow>> ListAnswersAsync(
        long listingId, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var ids = context.StockPushAnswers.Where(answer => answer.ListingId == listingId).Select(answer => answer.Id);
                var found = await ids.ReadPageAsync(ids.OrderByDescending(id => id), page, token);
                var rows = await context.StockPushAnswers
                    .Where(answer => found.Ids.Contains(answer.Id))
                    .Select(answer => new PushAnswerRow(
                        answer.Id, answer.At, answer.Quantity, answer.Route, answer.State, answer.Answer, answer.RequestId))
                    .ToListAsync(token);
                return found.Of(rows, row => row.Id);
            },
            cancellationToken);

    private static IOrderedQueryable<Item> Sort(
        IQueryable<Item> items, IQueryable<StockBalance> balances, SortBy<StockSort> sort)
    {
        var sorted = sort.Key switch
        {
            StockSort.Sku => items.SortBy(item => item.Sku, sort.Descending),
            StockSort.Title => items.SortByText(item => item.Title, sort.Descending),
            StockSort.OnHand => items.SortBy(
                item => balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand), sort.Descending),
            StockSort.Reserved => items.SortBy(
                item => balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.Reserved), sort.Descending),
            StockSort.Available => items.SortBy(
                item => balances.Where(balance => balance.ItemId == item.Id).Sum(balance => balance.OnHand - balance.Reserved),
                sort.Descending),
        };
        return sorted.ThenBy(item => item.Id, sort.Descending);
    }

    private static Task<List<MovementRow>> MovementsAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken) => context.StockMovements
            .Where(movement => ids.Contains(movement.Id))
            .Join(
                context.Warehouses,
                movement => movement.WarehouseId,
                warehouse => warehouse.Id,
                (movement, warehouse) => new MovementRow(
                    movement.Id,
                    movement.At,
                    movement.Kind,
                    warehouse.Name,
                    movement.OnHand,
                    movement.Reserved,
                    movement.Reason,
                    movement.Reference))
            .ToListAsync(cancellationToken);

    // Every line bears the sum of all lines up to it; the newest one of the page is summed up, the others count back.
    private static async Task<IReadOnlyList<LedgerRow>> RunningAsync(
        IQueryable<StockMovement> lines, List<MovementRow> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return [];
        }

        page.Sort((one, other) => other.Id.CompareTo(one.Id));
        var newest = page[0].Id;
        var sums = await lines.Where(line => line.Id <= newest)
            .GroupBy(_ => 1)
            .Select(all => new { OnHand = all.Sum(line => line.OnHand), Reserved = all.Sum(line => line.Reserved) })
            .SingleAsync(cancellationToken);
        var (onHand, reserved) = (sums.OnHand, sums.Reserved);
        var rows = new List<LedgerRow>(page.Count);
        foreach (var movement in page)
        {
            rows.Add(new LedgerRow(movement, onHand, reserved));
            onHand -= movement.OnHand;
            reserved -= movement.Reserved;
        }

        return rows;
    }
}
