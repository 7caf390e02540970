using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

/// <summary>Sales orders without the buyers' personal data: the query port has none to give (X4).</summary>
internal static class SalesOrdersEndpoints
{
    private const string Reading = "orders:read";

    public static void MapSalesOrders(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/sales-orders").WithTags("Sales");
        orders.MapGet("", ListAsync)
            .Needs(Permission.ViewOrders, Reading)
            .TakesPage("channelId", "status", "updatedSince", "amazonOrderId")
            .WithSummary("Sales orders, newest first");
        orders.MapGet("/{id:long}", FindAsync)
            .Needs(Permission.ViewOrders, Reading)
            .WithSummary("One sales order")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ListJson<SalesOrderJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        ISalesOrderQueries orders,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = new SalesOrderFilter(
            ChannelId: query.Id("channelId"),
            Status: query.Choice<OrderStatus>("status"),
            UpdatedSince: query.Time("updatedSince"),
            AmazonOrderId: query.Text("amazonOrderId"));
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await orders.ListAsync(filter, new SortBy<SalesOrderSort>(SalesOrderSort.OrderedAt), page, cancellationToken);
        var details = await orders.FindManyAsync([.. rows.Items.Select(row => row.Id)], cancellationToken);
        return TypedResults.Ok(
            new ListJson<SalesOrderJson>([.. details.Select(SalesOrderJson.Of)], Cursor.Of(rows.NextAfterId)));
    }

    private static async Task<Results<Ok<SalesOrderJson>, ProblemHttpResult>> FindAsync(
        long id,
        ISalesOrderQueries orders,
        CancellationToken cancellationToken) =>
        await orders.FindAsync(id, cancellationToken) is { } order
            ? TypedResults.Ok(SalesOrderJson.Of(order))
            : Error.NotFound("The sales order").ToProblem();
}
