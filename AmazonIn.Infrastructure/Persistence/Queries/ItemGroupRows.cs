using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Item groups as lists show them, with their sizes.</summary>
internal static class ItemGroupRows
{
    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<ItemGroupRow>> ReadAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var rows = await context.ItemGroups
            .Where(group => ids.Contains(group.Id))
            .Join(
                context.Channels,
                group => group.ChannelId,
                channel => channel.Id,
                (group, channel) => new
                {
                    group.Id,
                    group.ChannelId,
                    ChannelName = channel.Name,
                    group.ParentSku,
                    group.Title,
                    Attributes = new[] { group.Attribute1, group.Attribute2, group.Attribute3 },
                    Items = context.Items.Count(item => item.ItemGroupId == group.Id),
                    OnHand = context.Items
                        .Where(item => item.ItemGroupId == group.Id)
                        .Join(
                            context.StockBalances,
                            item => item.Id,
                            balance => balance.ItemId,
                            (item, balance) => balance.OnHand)
                        .Sum(),
                    group.UpdatedAt,
                })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ItemGroupRow(
                row.Id,
                row.ChannelId,
                row.ChannelName,
                row.ParentSku,
                row.Title,
                [.. row.Attributes.OfType<string>()],
                row.Items,
                row.OnHand,
                row.UpdatedAt)),
        ];
    }
}
