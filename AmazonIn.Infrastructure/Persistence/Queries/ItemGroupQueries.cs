using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ItemGroupQueries(Storage<PortalDbContext> storage) : IItemGroupQueries
{
    public Task<PageOf<ItemGroupRow>> ListAsync(
        ItemGroupFilter filter,
        SortBy<ItemGroupSort> sort,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync<PageOf<ItemGroupRow>>(
        async (context, token) =>
        {
            var wanted = Filter(context.ItemGroups, filter);
            var found = await wanted.Select(group => group.Id)
                .ReadPageAsync(Sort(wanted, sort).Select(group => group.Id), page, token);
            return found.Of(await RowsAsync(context, found.Ids, token), row => row.Id);
        },
        cancellationToken);

    public Task<ItemGroupRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync<ItemGroupRow?>(
        async (context, token) =>
        {
            return (await RowsAsync(context, [id], token)).SingleOrDefault();
        },
        cancellationToken);

    private static IQueryable<ItemGroup> Filter(IQueryable<ItemGroup> groups, ItemGroupFilter filter)
    {
        if (filter.ChannelId is { } channelId)
        {
            groups = groups.Where(group => group.ChannelId == channelId);
        }

        return TextMatching.Wanted(filter.Search) is { } text ? ItemGroupMatching.Search(groups, text) : groups;
    }

    private static IOrderedQueryable<ItemGroup> Sort(IQueryable<ItemGroup> groups, SortBy<ItemGroupSort> sort)
    {
        var sorted = sort.Key switch
        {
            ItemGroupSort.Title => groups.SortByText(group => group.Title, sort.Descending),
            ItemGroupSort.ParentSku => groups.SortBy(group => group.ParentSku, sort.Descending),
            ItemGroupSort.Updated => groups.SortBy(group => group.UpdatedAt, sort.Descending),
        };
        return sorted.ThenBy(group => group.Id, sort.Descending);
    }

    private static async Task<IReadOnlyList<ItemGroupRow>> RowsAsync(
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
                    group.Attribute1,
                    group.Attribute2,
                    group.Attribute3,
                    Items = context.Items.Count(item => item.ItemGroupId == group.Id),
                    OnHand = context.StockBalances
                        .Where(balance => context.Items.Any(item =>
                            item.ItemGroupId == group.Id && item.Id == balance.ItemId))
                        .Sum(balance => balance.OnHand),
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
                [.. new[] { row.Attribute1, row.Attribute2, row.Attribute3 }.OfType<string>()],
                row.Items,
                row.OnHand,
                row.UpdatedAt)),
        ];
    }
}
