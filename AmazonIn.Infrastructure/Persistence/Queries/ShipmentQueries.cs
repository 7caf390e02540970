using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ShipmentQueries(Storage<PortalDbContext> storage) : IShipmentQueries
{
    public Task<PageOf<ShipmentRow>> ListAsync(
        ShipmentFilter filter, SortBy<ShipmentSort> sort, PageRequest page, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context, filter);
                var found = await wanted.Select(shipment => shipment.Id)
                    .ReadPageAsync(Sort(wanted, sort).Select(shipment => shipment.Id), page, token);
                var packages = await context.Shipments
                    .Where(shipment => found.Ids.Contains(shipment.Id))
                    .Select(shipment => shipment.PackageId)
                    .ToListAsync(token);
                var rows = await PackageRows.ReadAsync(context, packages, token);
                return found.Of(rows.Select(row => row.Shipment).OfType<ShipmentRow>(), row => row.Id);
            },
            cancellationToken);

    public Task<ShipmentStatus> StatusAsync(long channelId, DateTimeOffset since, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (context, token) =>
            {
                var ours = OfChannel(context, context.Shipments, channelId);
                var confirmed = await ours.CountAsync(
                    shipment => shipment.State == ConfirmationState.Confirmed && shipment.SeenAt >= since, token);
                var unsettled = new[]
                {
                    ConfirmationState.Waiting, ConfirmationState.Retrying, ConfirmationState.Accepted,
                    ConfirmationState.Differs, ConfirmationState.Refused,
                };
                var counts = await ours
                    .Where(shipment => unsettled.Contains(shipment.State))
                    .GroupBy(shipment => shipment.State)
                    .Select(group => new { State = group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.State, group => group.Count, token);
                return new ShipmentStatus(
                    counts.GetValueOrDefault(ConfirmationState.Waiting),
                    counts.GetValueOrDefault(ConfirmationState.Retrying),
                    counts.GetValueOrDefault(ConfirmationState.Refused),
                    counts.GetValueOrDefault(ConfirmationState.Differs),
                    counts.GetValueOrDefault(ConfirmationState.Accepted),
                    confirmed);
            },
            cancellationToken);

    private static IQueryable<Shipment> Filter(PortalDbContext context, ShipmentFilter filter)
    {
        IQueryable<Shipment> shipments = context.Shipments;
        if (filter.SalesOrderId is { } orderId)
        {
            shipments = shipments.Where(shipment => context.Packages.Any(package =>
                package.Id == shipment.PackageId && package.SalesOrderId == orderId));
        }

        if (filter.ChannelId is { } channelId)
        {
            shipments = OfChannel(context, shipments, channelId);
        }

        if (filter.State is { } state)
        {
            shipments = shipments.Where(shipment => shipment.State == state);
        }

        return TextMatching.Wanted(filter.Search) is { } text
            ? ShippingSearch.Shipments(context, shipments, text)
            : shipments;
    }

    private static IQueryable<Shipment> OfChannel(
        PortalDbContext context, IQueryable<Shipment> shipments, long channelId) => shipments.Where(shipment =>
            context.Packages.Any(package => package.Id == shipment.PackageId
                && context.SalesOrders.Any(order => order.Id == package.SalesOrderId && order.ChannelId == channelId)));

    private static IOrderedQueryable<Shipment> Sort(IQueryable<Shipment> shipments, SortBy<ShipmentSort> sort) => sort.Key switch
    {
        ShipmentSort.Number => shipments.SortBy(shipment => shipment.Id, sort.Descending),
        ShipmentSort.ShippedAt => shipments.SortBy(shipment => shipment.ShippedAt, sort.Descending)
            .ThenBy(shipment => shipment.Id, sort.Descending),
    };
}
