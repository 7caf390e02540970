using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ItemGroupQueries(Storage<PortalDbContext> storage) : IItemGroupQueries
{
    public Task<PageOf<ItemGroupRow>> ListAsync(
        ItemGroupFilter filter,
        SortBy<ItemGroupSort> sort,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context.ItemGroups, filter);
                var found = await wanted.Select(group => group.Id)
                    .ReadPageAsync(Sort(wanted, sort).Select(group => group.Id), page, token);
                return found.Of(await ItemGroupRows.ReadAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public Task<ItemGroupRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) => (await ItemGroupRows.ReadAsync(context, [id], token)).SingleOrDefault(),
        cancellationToken);

    /// <summary>Families with the text in parent SKU or title.</summary>
    public static IQueryable<ItemGroup> Search(IQueryable<ItemGroup> groups, string text) =>
        groups.Mentioning(text, group => group.ParentSku, group => group.Title);

    private static IQueryable<ItemGroup> Filter(IQueryable<ItemGroup> groups, ItemGroupFilter filter)
    {
        if (filter.ChannelId is { } channelId)
        {
            groups = groups.Where(group => group.ChannelId == channelId);
        }

        return TextMatching.Wanted(filter.Search) is { } text ? Search(groups, text) : groups;
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
}
