using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Finds what the entries of a run are about: one query a kind for a whole page.</summary>
internal static class EntrySubjects
{
    /// <summary>The rows with <see cref="EntryRow.SubjectId"/> filled in where there is something of theirs.</summary>
    public static async Task<IReadOnlyList<EntryRow>> LinkAsync(
        PortalDbContext context, long channelId, IReadOnlyList<EntryRow> rows, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<(EntryKind, string), long>();
        foreach (var kind in rows.GroupBy(row => row.Kind, row => row.Key))
        {
            var keys = kind.Distinct(StringComparer.Ordinal).ToList();
            foreach (var (key, id) in await FindAsync(context, channelId, kind.Key, keys, cancellationToken))
            {
                ids[(kind.Key, key)] = id;
            }
        }

        return
        [
            .. rows.Select(row => ids.TryGetValue((row.Kind, row.Key), out var id) ? row with { SubjectId = id } : row),
        ];
    }

    private static Task<Dictionary<string, long>> FindAsync(
        PortalDbContext context,
        long channelId,
        EntryKind kind,
        List<string> keys,
        CancellationToken cancellationToken) => kind switch
        {
            EntryKind.Order => context.SalesOrders
                .Where(order => order.ChannelId == channelId && keys.Contains(order.AmazonOrderId!))
                .Select(order => new { Key = order.AmazonOrderId!, order.Id })
                .ToDictionaryAsync(found => found.Key, found => found.Id, StringComparer.Ordinal, cancellationToken),
            EntryKind.Item => context.Listings
                .Where(listing =>
                    listing.ChannelId == channelId && listing.ItemId != null && keys.Contains(listing.Sku))
                .Select(listing => new { Key = listing.Sku, Id = listing.ItemId!.Value })
                .ToDictionaryAsync(found => found.Key, found => found.Id, StringComparer.Ordinal, cancellationToken),
            EntryKind.ItemGroup => context.ItemGroups
                .Where(group => group.ChannelId == channelId && keys.Contains(group.ParentSku))
                .Select(group => new { Key = group.ParentSku, group.Id })
                .ToDictionaryAsync(found => found.Key, found => found.Id, StringComparer.Ordinal, cancellationToken),
        };
}
