using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class PackageQueries(Storage<PortalDbContext> storage) : IPackageQueries
{
    public Task<PageOf<PackageRow>> ListAsync(
        PackageFilter filter, SortBy<PackageSort> sort, PageRequest page, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context, filter);
                var found = await wanted.Select(package => package.Id)
                    .ReadPageAsync(Sort(wanted, sort).Select(package => package.Id), page, token);
                return found.Of(await PackageRows.ReadAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public Task<PackageRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) => (await PackageRows.ReadAsync(context, [id], token)).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<PackageRow>> FindManyAsync(
        IReadOnlyList<long> ids, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) => (await PackageRows.ReadAsync(context, ids, token)).InOrderOf(ids, row => row.Id),
            cancellationToken);

    public Task<ParcelSize?> LastSizeAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (context, token) => context.Pickups
            .OrderByDescending(pickup => pickup.Id)
            .Select(pickup => new ParcelSize(pickup.LengthCm, pickup.WidthCm, pickup.HeightCm, pickup.WeightGrams))
            .FirstOrDefaultAsync(token),
        cancellationToken);

    public Task<IReadOnlyList<AwaitedPickup>> AwaitedPickupsAsync(
        DateTimeOffset scheduledFrom, CancellationToken cancellationToken) => storage.ReadAsync<IReadOnlyList<AwaitedPickup>>(
            async (context, token) => await (
                from pickup in context.Pickups
                join package in context.Packages on pickup.PackageId equals package.Id
                join order in context.SalesOrders on package.SalesOrderId equals order.Id
                join channel in context.Channels on order.ChannelId equals channel.Id
                where pickup.State != PickupState.Canceled
                    && pickup.ScheduledAt >= scheduledFrom
                    && package.Shipment == null
                    && order.Status != OrderStatus.Void
                    && channel.State == ChannelState.Active
                orderby pickup.SeenAt, pickup.Id
                select new AwaitedPickup(package.Id, channel.Id)).ToListAsync(token),
            cancellationToken);

    public Task<OrderShipping?> OfOrderAsync(long salesOrderId, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) =>
        {
            var order = await context.SalesOrders
                .Where(order => order.Id == salesOrderId)
                .Select(order => new
                {
                    order.AmazonOrderId,
                    order.ChannelId,
                    AwaitsCancelDecision = order.CancelRequestedByBuyer
                        && order.CancelRequestDeclinedAt == null
                        && order.Status != OrderStatus.Void,
                })
                .FirstOrDefaultAsync(token);
            if (order is null)
            {
                return null;
            }

            var packages = await context.Packages
                .Where(package => package.SalesOrderId == salesOrderId)
                .Include(package => package.Lines)
                .Include(package => package.Shipment)
                .OrderBy(package => package.Reference)
                .ToListAsync(token);
            var lines = await context.OrderLines
                .Where(line => line.SalesOrderId == salesOrderId)
                .OrderBy(line => line.LineNumber)
                .ToListAsync(token);
            var ids = packages.Select(package => package.Id).ToList();
            var state = await context.Channels
                .Where(channel => channel.Id == order.ChannelId)
                .Select(channel => (ChannelState?)channel.State)
                .SingleOrDefaultAsync(token);
            return new OrderShipping(
                (await PackageRows.ReadAsync(context, ids, token)).InOrderOf(ids, row => row.Id),
                Left(lines, packages),
                order.AwaitsCancelDecision,
                order.AmazonOrderId is not null && state is not (null or ChannelState.Disconnected),
                state == ChannelState.Inactive);
        },
        cancellationToken);

    private static List<PackageLineRow> Left(List<OrderLine> lines, List<Package> packages) =>
    [
        .. lines
            .Select(line => new PackageLineRow(line.Id, line.Sku, line.Title, PackingPolicy.LeftToPack(line, packages)))
            .Where(line => line.Quantity > 0),
    ];

    private static IQueryable<Package> Filter(PortalDbContext context, PackageFilter filter)
    {
        IQueryable<Package> packages = context.Packages;
        if (filter.SalesOrderId is { } orderId)
        {
            packages = packages.Where(package => package.SalesOrderId == orderId);
        }

        if (filter.ChannelId is { } channelId)
        {
            packages = packages.Where(package => context.SalesOrders.Any(order =>
                order.Id == package.SalesOrderId && order.ChannelId == channelId));
        }

        if (filter.Stage is { } stage)
        {
            packages = Of(context, packages, stage);
        }

        return TextMatching.Wanted(filter.Search) is { } text
            ? ShippingSearch.Packages(context, packages, text)
            : packages;
    }

    private static IQueryable<Package> Of(PortalDbContext context, IQueryable<Package> packages, PackageStage stage)
    {
        if (stage == PackageStage.ToShip)
        {
            return packages.Where(package =>
                (package.Shipment == null || package.Shipment.State == ConfirmationState.Undone)
                && context.SalesOrders.Any(order => order.Id == package.SalesOrderId
                    && (order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.PartiallyShipped)));
        }

        var states = stage switch
        {
            PackageStage.Refused => new[] { ConfirmationState.Refused, ConfirmationState.Differs },
            PackageStage.Waiting => [ConfirmationState.Waiting, ConfirmationState.Retrying],
            PackageStage.ToShip or PackageStage.Shipped =>
                [.. Enum.GetValues<ConfirmationState>().Where(state => state != ConfirmationState.Undone)],
        };
        return packages.Where(package => package.Shipment != null && states.Contains(package.Shipment.State));
    }

    private static IOrderedQueryable<Package> Sort(IQueryable<Package> packages, SortBy<PackageSort> sort) => sort.Key switch
    {
        PackageSort.Number => packages.SortBy(package => package.Id, sort.Descending),
        PackageSort.PackedAt => packages.SortBy(package => package.PackedAt, sort.Descending)
            .ThenBy(package => package.Id, sort.Descending),
    };
}
