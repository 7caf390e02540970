using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class ItemGroupsEndpoints
{
    public static void MapItemGroups(this IEndpointRouteBuilder api) => api.MapGet("/item-groups", ListAsync)
        .WithTags("Inventory")
        .Needs(Permission.ViewInventory, "inventory:read")
        .TakesPage()
        .WithSummary("Variation families, newest first");

    private static async Task<Results<Ok<ListJson<ItemGroupJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        IItemGroupQueries groups,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await groups.ListAsync(
            new ItemGroupFilter(), new SortBy<ItemGroupSort>(ItemGroupSort.Updated), page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<ItemGroupJson>([.. rows.Items.Select(ItemGroupJson.Of)], Cursor.Of(rows.NextAfterId)));
    }
}
