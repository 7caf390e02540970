using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class SearchQueries(Storage<PortalDbContext> storage) : ISearchQueries
{
    /// <summary>Hits of each kind.</summary>
    private const int Few = 5;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(
        Actor actor, string text, CancellationToken cancellationToken)
    {
        if (TextMatching.Wanted(text) is not { } wanted)
        {
            return [];
        }

        return await storage.ReadAsync<IReadOnlyList<SearchHit>>(
            async (context, token) =>
            {
                var hits = new List<SearchHit>();
                if (actor.May(Permission.ViewInventory))
                {
                    hits.AddRange(await ItemsAsync(context, wanted, token));
                    hits.AddRange(await GroupsAsync(context, wanted, token));
                }

                if (actor.May(Permission.ViewOrders))
                {
                    hits.AddRange(await OrdersAsync(context, wanted, token));
                }

                return hits;
            },
            cancellationToken);
    }

    private static async Task<IEnumerable<SearchHit>> ItemsAsync(
        PortalDbContext context, string text, CancellationToken cancellationToken)
    {
        var items = await ItemMatching.Search(context.Items, text)
            .ByCloseness(text, item => item.Sku)
            .Take(Few)
            .Select(item => new { item.Id, item.Sku, item.Title, item.Asin })
            .ToListAsync(cancellationToken);
        return items.Select(item => new SearchHit(
            SearchHitKind.Item,
            item.Id,
            item.Title,
            item.Asin is null ? $"SKU {item.Sku}" : $"SKU {item.Sku} · ASIN {item.Asin}"));
    }

    private static async Task<IEnumerable<SearchHit>> GroupsAsync(
        PortalDbContext context, string text, CancellationToken cancellationToken)
    {
        var groups = await ItemGroupMatching.Search(context.ItemGroups, text)
            .ByCloseness(text, group => group.ParentSku)
            .ThenBy(group => group.Id)
            .Take(Few)
            .Select(group => new { group.Id, group.ParentSku, group.Title })
            .ToListAsync(cancellationToken);
        return groups.Select(group =>
            new SearchHit(SearchHitKind.ItemGroup, group.Id, group.Title, $"Parent SKU {group.ParentSku}"));
    }

    private static async Task<IEnumerable<SearchHit>> OrdersAsync(
        PortalDbContext context, string text, CancellationToken cancellationToken)
    {
        var ids = await OrderMatching.Search(context, context.SalesOrders, text)
            .OrderByDescending(order => order.OrderedAt)
            .ThenByDescending(order => order.Id)
            .Take(Few)
            .Select(order => order.Id)
            .ToListAsync(cancellationToken);
        var orders = await OrderRows.ReadAsync(context, ids, cancellationToken);
        return orders.InOrderOf(ids, order => order.Id).Select(order => new SearchHit(
            SearchHitKind.SalesOrder, order.Id, order.Number, order.AmazonOrderId ?? order.CustomerName));
    }
}
