using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class WarehousesEndpoints
{
    public static void MapWarehouses(this IEndpointRouteBuilder api)
    {
        var warehouses = api.MapGroup("/warehouses").WithTags("Inventory");
        warehouses.MapGet("", ListAsync)
            .Needs(Permission.ViewInventory, "inventory:read")
            .TakesPage()
            .WithSummary("All warehouses, the primary one first");
        warehouses.MapPost("", AddAsync)
            .Needs(Permission.ManageInventory, "inventory:write")
            .WithSummary("Add a warehouse")
            .Accepts<WarehouseBody>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<ListJson<WarehouseJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        IWarehouseQueries warehouses,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await warehouses.ListAsync(cancellationToken);
        return TypedResults.Ok(ListJson.Page(
            rows, page, row => row.Id, row => new WarehouseJson(row.Id, row.Name, row.IsPrimary)));
    }

    private static async Task<Results<Created<WarehouseJson>, ProblemHttpResult>> AddAsync(
        HttpContext context,
        ICurrentActor actors,
        AddWarehouse add,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<WarehouseBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        if (read.Value.Name is not { } name)
        {
            return RequestBody.Missing("name").ToProblem();
        }

        var added = await add.RunAsync(await actors.GetAsync(), name, cancellationToken);
        return added.Succeeded
            ? TypedResults.Created(
                (string?)null, new WarehouseJson(added.Value.Id, added.Value.Name, added.Value.IsPrimary))
            : added.Error.ToProblem();
    }
}
