using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class StockEndpoints
{
    public static void MapStock(this IEndpointRouteBuilder api)
    {
        api.MapPost("/stock-adjustments", AdjustAsync)
            .WithTags("Inventory")
            .Needs(Permission.ManageInventory, "inventory:write")
            .WithSummary("Correct what is on hand of an item; answers with the item")
            .Accepts<StockAdjustmentBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/stock-movements", ListAsync)
            .WithTags("Inventory")
            .Needs(Permission.ViewInventory, "inventory:read")
            .TakesPage("sku")
            .WithSummary("The stock ledger of an item, newest first")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ItemJson>, ProblemHttpResult>> AdjustAsync(
        HttpContext context,
        ICurrentActor actors,
        AdjustStock adjust,
        IItemQueries items,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<StockAdjustmentBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        var body = read.Value;
        if (body.Sku is not { } sku)
        {
            return RequestBody.Missing("sku").ToProblem();
        }

        if (body.Reason is not { } reason)
        {
            return RequestBody.Missing("reason").ToProblem();
        }

        var adjusted = await adjust.RunAsync(
            await actors.GetAsync(),
            new AdjustStockRequest(sku, body.WarehouseId, body.Quantity, body.Delta, reason),
            cancellationToken);
        if (!adjusted.Succeeded)
        {
            return adjusted.Error.ToProblem();
        }

        return await items.FindAsync(adjusted.Value.Adjustment.ItemId, cancellationToken) is { } item
            ? TypedResults.Ok(ItemJson.Of(item))
            : Error.NotFound("The item").ToProblem();
    }

    private static async Task<Results<Ok<ListJson<StockMovementJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        IItemQueries items,
        IStockQueries stock,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var sku = query.Text("sku");
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        if (sku is null)
        {
            return new Error("request.parameter", "Name the item: sku=….").ToProblem();
        }

        var found = await items.ListAsync(
            new ItemFilter(Sku: sku), new SortBy<ItemSort>(ItemSort.Sku), new PageRequest(1), cancellationToken);
        if (found.Items is not [var item])
        {
            return StockErrors.SkuUnknown(sku).ToProblem();
        }

        var rows = await stock.ListLedgerAsync(item.Id, null, page, cancellationToken);
        return TypedResults.Ok(new ListJson<StockMovementJson>(
            [.. rows.Items.Select(StockMovementJson.Of)], Cursor.Of(rows.NextAfterId)));
    }
}
