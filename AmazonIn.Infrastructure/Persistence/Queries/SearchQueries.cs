using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class SearchQueries(Storage<PortalDbContext> storage) : ISearchQueries
{
    /// <summary>Hits of each kind.</summary>
    private const int Few = 5;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(
        Actor actor, string text, CancellationToken cancellationToken) =>
        TextMatching.Wanted(text) is { } wanted
            ? await storage.ReadAsync((context, token) => FindAsync(context, actor, wanted, token), cancellationToken)
            : [];

    private static async Task<List<SearchHit>> FindAsync(
        PortalDbContext context, Actor actor, string text, CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>();
        if (actor.May(Permission.ViewInventory))
        {
            hits.AddRange(await ItemsAsync(context, text, cancellationToken));
            hits.AddRange(await GroupsAsync(context, text, cancellationToken));
        }

        if (actor.May(Permission.ViewOrders))
        {
            hits.AddRange(await OrdersAsync(context, text, cancellationToken));
        }

        return hits;
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
        var groups = await ItemGroupQueries.Search(context.ItemGroups, text)
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
        var orders = await OrderSearch.FindAsync(context, context.SalesOrders, text, cancellationToken);
        var ids = await orders
            .OrderByDescending(order => order.OrderedAt)
            .ThenByDescending(order => order.Id)
            .Take(Few)
            .Select(order => order.Id)
            .ToListAsync(cancellationToken);
        var rows = await OrderRows.ReadAsync(context, ids, cancellationToken);
        return rows.InOrderOf(ids, order => order.Id).Select(order => new SearchHit(
            SearchHitKind.SalesOrder, order.Id, order.Number, order.AmazonOrderId ?? order.CustomerName));
    }
}
