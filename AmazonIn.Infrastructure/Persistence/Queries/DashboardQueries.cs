using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
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
        string currency, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken) =>
        storage.ReadAsync((context, token) => GetAsync(context, currency, zone, now, token), cancellationToken);

    private static async Task<DashboardFigures> GetAsync(
        PortalDbContext context,
        string currency,
        TimeZoneInfo zone,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var days = new List<DayOfSales>(DaysShown);
        var places = new Dictionary<GstState, int>();
        foreach (var day in LocalDay.LastUntil(now, zone, DaysShown))
        {
            var parts = await SalesAsync(context, day, currency, cancellationToken);
            days.Add(new DayOfSales(day.Date, parts.Sum(part => part.Orders), parts.Sum(part => part.Sales)));
            foreach (var part in parts.Where(part => part.Place is not null))
            {
                places[part.Place!] = places.GetValueOrDefault(part.Place!) + part.Orders;
            }
        }

        var open = context.SalesOrders.Open().Where(order => order.FulfilledBy == FulfilledBy.Merchant);
        var lateBefore = now + LateWithin;
        return new DashboardFigures(
            days[^1].Orders,
            days[^1].Sales,
            await open.CountAsync(cancellationToken),
            await open.CountAsync(order => order.ShipBy <= lateBefore, cancellationToken),
            await context.SalesOrders.CountAsync(order => order.NeedsDecision, cancellationToken),
            await OutOfStockAsync(context, cancellationToken),
            await context.Items.CountAsync(cancellationToken),
            days,
            MostFirst(places));
    }

    // One range of an index for each day, since the database cannot name a day of a zone: thirty small sums cost less
    // than sending every order of the month here.
    private static Task<List<PartOfDay>> SalesAsync(
        PortalDbContext context, LocalDay day, string currency, CancellationToken cancellationToken) =>
        context.SalesOrders
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

    private static IReadOnlyList<KeyValuePair<string, int>> MostFirst(Dictionary<GstState, int> places) =>
    [
        .. places
            .OrderByDescending(place => place.Value)
            .ThenBy(place => place.Key.Name, StringComparer.Ordinal)
            .Take(MostPlaces)
            .Select(place => KeyValuePair.Create(place.Key.Name, place.Value)),
    ];

    /// <summary>A day's orders to one place of supply; those without one are a part too.</summary>
    private sealed record PartOfDay(GstState? Place, int Orders, decimal Sales);
}
