using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class StockPushesEndpoints
{
    private const string Reading = "inventory:read";
    private const string Writing = "inventory:write";

    public static void MapStockPushes(this IEndpointRouteBuilder api)
    {
        var channels = api.MapGroup("/channels/{id:long}").WithTags("Stock push");
        channels.MapGet("/stock-push", FindAsync)
            .Needs(Permission.ViewInventory, Reading)
            .WithSummary("How the quantities of a channel stand")
            .ProducesProblem(StatusCodes.Status404NotFound);
        channels.MapGet("/stock-push/listings", ListAsync)
            .Needs(Permission.ViewInventory, Reading)
            .TakesPage("state")
            .WithSummary("The channel's listings with the quantity last sent and Amazon's answer")
            .ProducesProblem(StatusCodes.Status404NotFound);
        channels.MapPost("/stock-push/push-again", PushRefusedAsync)
            .Needs(Permission.ManageInventory, Writing)
            .WithSummary("Send again everything that Amazon refused")
            .ProducesProblem(StatusCodes.Status404NotFound);

        var listings = api.MapGroup("/listings/{id:long}").WithTags("Stock push");
        listings.MapPost("/push-again", PushListingAsync)
            .Needs(Permission.ManageInventory, Writing)
            .WithSummary("Send the quantity of one listing now, also after a refusal")
            .ProducesProblem(StatusCodes.Status409Conflict);
        listings.MapPut("/stock-limits", LimitAsync)
            .Needs(Permission.ManageInventory, Writing)
            .WithSummary("Set how many units are kept back and how many are offered at most")
            .Accepts<StockLimitsBody>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<StockPushStatusJson>, ProblemHttpResult>> FindAsync(
        long id, IStockPushQueries pushes, CancellationToken cancellationToken) =>
        await pushes.FindAsync(id, cancellationToken) is { } status
            ? TypedResults.Ok(StockPushStatusJson.Of(status))
            : Error.NotFound("The channel").ToProblem();

    private static async Task<Results<Ok<ListJson<StockPushJson>>, ProblemHttpResult>> ListAsync(
        long id, HttpContext context, IStockPushQueries pushes, IChannelQueries channels, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var group = query.Choice<StockPushGroup>("state");
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        if (await channels.FindAsync(id, cancellationToken) is null)
        {
            return Error.NotFound("The channel").ToProblem();
        }

        var rows = await pushes.ListAsync(id, group, page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<StockPushJson>([.. rows.Items.Select(StockPushJson.Of)], Cursor.Of(rows.NextAfterId)));
    }

    private static async Task<Results<Ok<PushedAgainJson>, ProblemHttpResult>> PushRefusedAsync(
        long id, ICurrentActor actors, PushAgain again, CancellationToken cancellationToken) =>
        Answer(await again.RunRefusedAsync(await actors.GetAsync(), id, cancellationToken));

    private static async Task<Results<Ok<PushedAgainJson>, ProblemHttpResult>> PushListingAsync(
        long id, ICurrentActor actors, PushAgain again, CancellationToken cancellationToken) =>
        Answer(await again.RunListingAsync(await actors.GetAsync(), id, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> LimitAsync(
        long id, HttpContext context, ICurrentActor actors, SetStockLimits limits, CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<StockLimitsBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        var set = await limits.RunAsync(
            await actors.GetAsync(), id, read.Value.Buffer ?? 0, read.Value.Cap, cancellationToken);
        return set.Succeeded ? TypedResults.NoContent() : set.Error.ToProblem();
    }

    private static Results<Ok<PushedAgainJson>, ProblemHttpResult> Answer(Result<int> asked) =>
        asked.Succeeded ? TypedResults.Ok(new PushedAgainJson(asked.Value)) : asked.Error.ToProblem();
}
