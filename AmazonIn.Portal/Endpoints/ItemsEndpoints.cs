using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class ItemsEndpoints
{
    private const string Reading = "inventory:read";

    public static void MapItems(this IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/items").WithTags("Inventory");
        items.MapGet("", ListAsync)
            .Needs(Permission.ViewInventory, Reading)
            .TakesPage("sku")
            .WithSummary("Items, newest first");
        items.MapGet("/{id:long}", FindAsync)
            .Needs(Permission.ViewInventory, Reading)
            .WithSummary("One item")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ListJson<ItemJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        IItemQueries items,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = new ItemFilter(Sku: query.Text("sku"));
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await items.ListAsync(filter, new SortBy<ItemSort>(ItemSort.Updated), page, cancellationToken);
        return TypedResults.Ok(new ListJson<ItemJson>([.. rows.Items.Select(ItemJson.Of)], Cursor.Of(rows.NextAfterId)));
    }

    private static async Task<Results<Ok<ItemJson>, ProblemHttpResult>> FindAsync(
        long id,
        IItemQueries items,
        CancellationToken cancellationToken) =>
        await items.FindAsync(id, cancellationToken) is { } item
            ? TypedResults.Ok(ItemJson.Of(item))
            : Error.NotFound("The item").ToProblem();
}
