using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

/// <summary>Steps with a whole order (O4). None of them tells Amazon anything: it has no call for them.</summary>
internal static class OrderStepsEndpoints
{
    public static void MapOrderSteps(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/sales-orders/{id:long}").WithTags("Sales");
        Describe(orders.MapPost("/void", VoidAsync), "Void an order: release what is reserved for it");
        Describe(orders.MapPost("/unfulfil", UnfulfilAsync), "Open a shipped order again: its units are back and reserved");
        Describe(
            orders.MapPost("/fulfil", FulfilAsync).Accepts<FulfilBody>(isOptional: true, "application/json"),
            "Fulfil an order without a shipment; an Amazon order only with “shippedOutside”");
    }

    private static void Describe(RouteHandlerBuilder call, string summary) => call
        .Needs(Permission.ManageOrders, "orders:write")
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SalesOrderJson>, ProblemHttpResult>> VoidAsync(
        long id, ICurrentActor actors, VoidOrder step, ISalesOrderQueries orders, CancellationToken cancellationToken) =>
        await AnswerAsync(await step.RunAsync(await actors.GetAsync(), id, cancellationToken), orders, id, cancellationToken);

    private static async Task<Results<Ok<SalesOrderJson>, ProblemHttpResult>> UnfulfilAsync(
        long id, ICurrentActor actors, UnfulfilOrder step, ISalesOrderQueries orders, CancellationToken cancellationToken) =>
        await AnswerAsync(await step.RunAsync(await actors.GetAsync(), id, cancellationToken), orders, id, cancellationToken);

    private static async Task<Results<Ok<SalesOrderJson>, ProblemHttpResult>> FulfilAsync(
        long id,
        HttpContext context,
        ICurrentActor actors,
        FulfilOrder step,
        ISalesOrderQueries orders,
        CancellationToken cancellationToken)
    {
        var outside = false;
        if (context.Request.HasJsonContentType() || context.Request.ContentLength > 0)
        {
            var read = await RequestBody.ReadAsync<FulfilBody>(context);
            if (!read.Succeeded)
            {
                return read.Error.ToProblem();
            }

            outside = read.Value.ShippedOutside ?? false;
        }

        var done = await step.RunAsync(await actors.GetAsync(), id, outside, cancellationToken);
        return await AnswerAsync(done, orders, id, cancellationToken);
    }

    private static async Task<Results<Ok<SalesOrderJson>, ProblemHttpResult>> AnswerAsync(
        Result<SalesOrder> done, ISalesOrderQueries orders, long id, CancellationToken cancellationToken)
    {
        if (!done.Succeeded)
        {
            return done.Error.ToProblem();
        }

        return await orders.FindAsync(id, cancellationToken) is { } order
            ? TypedResults.Ok(SalesOrderJson.Of(order))
            : Error.NotFound("The sales order").ToProblem();
    }
}
