using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>
/// Maps a channel to a warehouse (W2), or back to the primary one and the whole organisation's stock (W1, W3). Orders
/// imported from now on are tracked there, earlier ones stay where they are; every quantity of the channel is sent again,
/// since it comes from elsewhere now.
/// </summary>
public sealed class MapWarehouse(IChannelStore channels, IWarehouseStore warehouses, IOutboxSignal outbox, IAuditTrail audit)
{
    /// <param name="warehouseId">Null takes the mapping away.</param>
    public async Task<Result<SalesChannel>> RunAsync(
        Actor actor, long channelId, long? warehouseId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageChannels, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (warehouseId is { } wanted && await warehouses.FindAsync(wanted, cancellationToken) is null)
        {
            return ChannelErrors.UnknownWarehouse;
        }

        if (await channels.FindAsync(channelId, cancellationToken) is not { } mapped)
        {
            return ChannelErrors.NotFound;
        }

        return await audit.ActAsync(
            AuditedChannel.Entry(actor, AuditAction.MapWarehouse, mapped).With(
                "warehouse", warehouseId?.ToString(CultureInfo.InvariantCulture) ?? "none"),
            () => MapAsync(channelId, warehouseId, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<SalesChannel>> MapAsync(long channelId, long? warehouseId, CancellationToken cancellationToken)
    {
        var changed = false;
        var channel = await ChannelChange.MakeAsync(
            channels,
            channelId,
            found =>
            {
                changed = found.WarehouseId != warehouseId;
                found.MapWarehouse(warehouseId);
                return changed;
            },
            found => channels.SaveStockSourceAsync(found, cancellationToken),
            cancellationToken);
        if (channel is null)
        {
            return ChannelErrors.NotFound;
        }

        if (changed)
        {
            outbox.Ring();
        }

        return channel;
    }
}
