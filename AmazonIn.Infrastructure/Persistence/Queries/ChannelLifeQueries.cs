using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ChannelLifeQueries(Storage<PortalDbContext> storage) : IChannelLifeQueries
{
    private static readonly ConfirmationState[] ToBeSent = [ConfirmationState.Waiting, ConfirmationState.Retrying];

    public Task<ChannelLifePreview?> PreviewAsync(long channelId, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (context, token) =>
            {
                var channel = await context.Channels.Connected().FirstOrDefaultAsync(row => row.Id == channelId, token);
                return channel is null ? null : await CountAsync(context, channel, token);
            },
            cancellationToken);

    private static async Task<ChannelLifePreview> CountAsync(
        PortalDbContext context, SalesChannel channel, CancellationToken cancellationToken)
    {
        var id = channel.Id;
        var orders = context.SalesOrders.Where(order => order.ChannelId == id);
        var listings = context.Listings.Where(listing => listing.ChannelId == id);
        var runs = context.SyncRuns.Where(run => run.ChannelId == id);
        var read = await context.SyncCursors
            .Where(cursor => cursor.ChannelId == id)
            .ToDictionaryAsync(cursor => cursor.Module, cursor => cursor.Watermark, cancellationToken);
        return new ChannelLifePreview
        {
            Name = channel.Name,
            State = channel.State,
            Attention = channel.Attention,
            InactiveSince = channel.InactiveSince,
            StockSync = channel.StockSync,
            OrdersReadUpTo = read.GetValueOrDefault(SyncModule.Orders),
            ItemsReadUpTo = read.GetValueOrDefault(SyncModule.Items),
            ActiveRuns = await runs.Active().CountAsync(cancellationToken),
            QuantitiesWaiting = await context.StockPushes.CountAsync(
                push => push.ChannelId == id && push.Due, cancellationToken),
            ShipmentsWaiting = await ShipmentsAsync(context, id, cancellationToken),
            Listings = await listings.CountAsync(cancellationToken),
            Items = await listings.Where(listing => listing.ItemId != null)
                .Select(listing => listing.ItemId).Distinct().CountAsync(cancellationToken),
            Orders = await orders.CountAsync(cancellationToken),
            OpenOrders = await orders.CountAsync(PendingOrders.Open, cancellationToken),
            Contacts = await orders.CountAsync(order => order.HasContact, cancellationToken),
            Customers = await context.Customers.CountAsync(customer => customer.ChannelId == id, cancellationToken),
            PendingOrders = await PendingOrders.Of(context, id)
                .Select(claim => claim.OrderKey).Distinct().CountAsync(cancellationToken),
            Runs = await runs.CountAsync(cancellationToken),
        };
    }

    private static Task<int> ShipmentsAsync(
        PortalDbContext context, long channelId, CancellationToken cancellationToken) => context.Packages
            .Where(package => package.Shipment != null && ToBeSent.Contains(package.Shipment.State)
                && context.SalesOrders.Any(order => order.Id == package.SalesOrderId && order.ChannelId == channelId))
            .CountAsync(cancellationToken);
}
