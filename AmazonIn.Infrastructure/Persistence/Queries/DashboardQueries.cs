using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class DashboardQueries(Storage<PortalDbContext> storage) : IDashboardQueries
{
    /// <summary>Days of sales shown, today among them.</summary>
    private const int DaysShown = 30;

    private const int MostPlaces = 8;

    /// <summary>An open order counts as late when its ship-by time is nearer than this.</summary>
    private static readonly TimeSpan LateWithin = TimeSpan.FromDays(1);

    public Task<DashboardFigures> GetAsync(
        string currency, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken) => storage.ReadAsync<DashboardFigures>(
        async (context, token) =>
        {
            var days = LocalDay.LastUntil(now, zone, DaysShown);
            var perDay = new List<DayOfSales>(DaysShown);
            var places = new Dictionary<GstState, int>();
            foreach (var day in days)
            {
                var sales = await SalesAsync(context, day, currency, token);
                perDay.Add(new DayOfSales(day.Date, sales.Sum(part => part.Orders), sales.Sum(part => part.Sales)));
                foreach (var (place, orders, _) in sales)
                {
                    if (place is not null)
                    {
                        places[place] = places.GetValueOrDefault(place) + orders;
                    }
                }
            }

            var open = context.SalesOrders.Where(order =>
                (order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.PartiallyShipped)
                && order.FulfilledBy == FulfilledBy.Merchant);
            var lateBefore = now + LateWithin;
            return new DashboardFigures(
                perDay[^1].Orders,
                perDay[^1].Sales,
                await open.CountAsync(token),
                await open.CountAsync(order => order.ShipBy <= lateBefore, token),
                await context.SalesOrders.CountAsync(order => order.NeedsDecision, token),
                await OutOfStockAsync(context, token),
                await context.Items.CountAsync(token),
                perDay,
                [
                    .. places.OrderByDescending(place => place.Value)
                        .ThenBy(place => place.Key.Name, StringComparer.Ordinal)
                        .Take(MostPlaces)
                        .Select(place => KeyValuePair.Create(place.Key.Name, place.Value)),
                ]);
        },
        cancellationToken);

    // One range of the index a day: a day of the zone has no name in the database, and thirty small sums cost less than
    // sending every order of the month here.
    private static async Task<List<PartOfDay>> SalesAsync(
        PortalDbContext context, LocalDay day, string currency, CancellationToken cancellationToken) =>
        await context.SalesOrders
            .Where(order => order.OrderedAt >= day.From && order.OrderedAt < day.To && order.Status != OrderStatus.Void)
            .GroupBy(order => order.PlaceOfSupply)
            .Select(group => new PartOfDay(
                group.Key,
                group.Count(),
                group.Where(order => order.Currency == currency).Sum(order => order.Total) ?? 0m))
            .ToListAsync(cancellationToken);

    private static Task<int> OutOfStockAsync(PortalDbContext context, CancellationToken cancellationToken) =>
        ItemMatching.OutOfStock(context, context.Items)
            .CountAsync(
                item => context.Listings.Any(listing =>
                    listing.ItemId == item.Id && listing.State == ListingState.Active),
                cancellationToken);

    private sealed record PartOfDay(GstState? Place, int Orders, decimal Sales);
}
