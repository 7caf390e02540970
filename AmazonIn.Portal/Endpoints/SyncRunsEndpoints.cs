using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class SyncRunsEndpoints
{
    private const string Reading = "sync:read";
    private const string Writing = "sync:write";

    public static void MapSyncRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/sync-runs").WithTags("Sync");
        runs.MapPost("", RequestAsync)
            .Needs(Permission.RunSync, Writing)
            .WithSummary("Sync a module of every active channel now")
            .WithDescription("Asking again while a run is under way answers with that run and starts no second one.")
            .Accepts<SyncRunBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        runs.MapGet("", ListAsync)
            .Needs(Permission.ViewSync, Reading)
            .TakesPage("module", "channelId", "state")
            .WithSummary("Runs, newest first");
        runs.MapGet("/{id:long}", FindAsync)
            .Needs(Permission.ViewSync, Reading)
            .WithSummary("One run")
            .ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapGet("/{id:long}/entries", ListEntriesAsync)
            .Needs(Permission.ViewSync, Reading)
            .TakesPage("outcome")
            .WithSummary("What became of each item or order of a run")
            .ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapPost("/{id:long}/resync", ResyncAsync)
            .Needs(Permission.RunSync, Writing)
            .WithSummary("Fetch again what a run fetched; answers with the new run")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        runs.MapPost("/{id:long}/cancel", CancelAsync)
            .Needs(Permission.RunSync, Writing)
            .WithSummary("Cancel a run; what was fetched so far is kept")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Accepted<RunsJson>, ProblemHttpResult>> RequestAsync(
        HttpContext context,
        ICurrentActor actors,
        RequestSync request,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<SyncRunBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        if (Choices.Read<SyncModule>(read.Value.Module) is not { } module)
        {
            return RequestBody.Refusal(Choices.Requirement<SyncModule>("module")).ToProblem();
        }

        var runs = await request.RunAsync(await actors.GetAsync(), module, read.Value.ChannelId, cancellationToken);
        return runs.Succeeded
            ? TypedResults.Accepted((string?)null, new RunsJson([.. runs.Value.Select(RunJson.Of)]))
            : runs.Error.ToProblem();
    }

    private static async Task<Results<Ok<ListJson<RunJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        ISyncHistoryQueries history,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = new RunFilter(
            query.Id("channelId"), query.Choice<SyncModule>("module"), query.Choice<RunState>("state"));
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var runs = await history.ListRunsAsync(filter, page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<RunJson>([.. runs.Items.Select(RunJson.Of)], Cursor.Of(runs.NextAfterId)));
    }

    private static async Task<Results<Ok<RunJson>, ProblemHttpResult>> FindAsync(
        long id,
        ISyncHistoryQueries history,
        CancellationToken cancellationToken) =>
        await history.FindRunAsync(id, cancellationToken) is { } run
            ? TypedResults.Ok(RunJson.Of(run))
            : Error.NotFound("The run").ToProblem();

    private static async Task<Results<Ok<ListJson<EntryJson>>, ProblemHttpResult>> ListEntriesAsync(
        long id,
        HttpContext context,
        ISyncHistoryQueries history,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = new EntryFilter(query.Choice<EntryOutcome>("outcome"));
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        if (await history.FindRunAsync(id, cancellationToken) is null)
        {
            return Error.NotFound("The run").ToProblem();
        }

        var entries = await history.ListEntriesAsync(id, filter, page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<EntryJson>([.. entries.Items.Select(EntryJson.Of)], Cursor.Of(entries.NextAfterId)));
    }

    private static async Task<Results<Accepted<RunJson>, ProblemHttpResult>> ResyncAsync(
        long id,
        ICurrentActor actors,
        ResyncRun resync,
        CancellationToken cancellationToken)
    {
        var run = await resync.RunAsync(await actors.GetAsync(), id, cancellationToken);
        return run.Succeeded
            ? TypedResults.Accepted($"{ApiGroup.Prefix}/sync-runs/{run.Value.Id}", RunJson.Of(run.Value))
            : run.Error.ToProblem();
    }

    private static async Task<Results<Accepted<RunJson>, ProblemHttpResult>> CancelAsync(
        long id,
        ICurrentActor actors,
        CancelRun cancel,
        ISyncHistoryQueries history,
        CancellationToken cancellationToken)
    {
        var cancelled = await cancel.RunAsync(await actors.GetAsync(), id, cancellationToken);
        if (!cancelled.Succeeded)
        {
            return cancelled.Error.ToProblem();
        }

        return await history.FindRunAsync(id, cancellationToken) is { } run
            ? TypedResults.Accepted($"{ApiGroup.Prefix}/sync-runs/{id}", RunJson.Of(run))
            : Error.NotFound("The run").ToProblem();
    }
}
