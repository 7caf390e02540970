using AmazonIn.Domain.Access;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class SyncPreferencesEndpoints
{
    private const string Scope = "sync:write";

    public static void MapSyncPreferences(this IEndpointRouteBuilder api)
    {
        var preferences = api.MapGroup("/sync-preferences").WithTags("Sync");
        preferences.MapGet("", GetAsync)
            .Needs(Permission.RunSync, Scope)
            .WithSummary("Which orders are imported")
            .ProducesProblem(StatusCodes.Status409Conflict);
        preferences.MapPut("", SaveAsync)
            .Needs(Permission.RunSync, Scope)
            .WithSummary("Choose which orders are imported, for every channel")
            .Accepts<SyncPreferencesBody>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<SyncPreferencesJson>, ProblemHttpResult>> GetAsync(
        IOrganisationStore organisations,
        CancellationToken cancellationToken) =>
        await organisations.FindAsync(cancellationToken) is { } organisation
            ? TypedResults.Ok(new SyncPreferencesJson(organisation.OrderPreference))
            : ConnectErrors.NoOrganisation.ToProblem();

    private static async Task<Results<Ok<SyncPreferencesJson>, ProblemHttpResult>> SaveAsync(
        HttpContext context,
        ICurrentActor actors,
        SaveOrderPreference save,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<SyncPreferencesBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        if (Choices.Read<OrderPreference>(read.Value.Orders) is not { } preference)
        {
            return RequestBody.Refusal(Choices.Requirement<OrderPreference>("orders")).ToProblem();
        }

        var saved = await save.RunAsync(await actors.GetAsync(), preference, cancellationToken);
        return saved.Succeeded
            ? TypedResults.Ok(new SyncPreferencesJson(preference))
            : saved.Error.ToProblem();
    }
}
