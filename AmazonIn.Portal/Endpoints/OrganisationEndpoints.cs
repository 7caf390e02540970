using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class OrganisationEndpoints
{
    private const string Scope = "organisation:write";

    public static void MapOrganisation(this IEndpointRouteBuilder api)
    {
        var organisation = api.MapGroup("/organisation").WithTags("Organisation");
        organisation.MapGet("", GetAsync)
            .Needs(Permission.ViewOrganisation, Scope)
            .WithSummary("The organisation")
            .ProducesProblem(StatusCodes.Status404NotFound);
        organisation.MapPut("", SaveAsync)
            .Needs(Permission.ManageOrganisation, Scope)
            .WithSummary("Set the organisation up, or change it")
            .Accepts<OrganisationBody>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<OrganisationJson>, ProblemHttpResult>> GetAsync(
        IOrganisationStore organisations,
        CancellationToken cancellationToken) =>
        await organisations.FindAsync(cancellationToken) is { } organisation
            ? TypedResults.Ok(OrganisationJson.Of(organisation))
            : Error.NotFound("The organisation").ToProblem();

    private static async Task<Results<Ok<OrganisationJson>, ProblemHttpResult>> SaveAsync(
        HttpContext context,
        ICurrentActor actors,
        SaveOrganisation save,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<OrganisationBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        var body = read.Value;
        if (body.Name is null || body.BaseCurrency is null || body.TaxRatesEnabled is null || body.TimeZone is null)
        {
            return RequestBody.Missing(
                body.Name is null ? "name"
                : body.BaseCurrency is null ? "baseCurrency"
                : body.TaxRatesEnabled is null ? "taxRatesEnabled"
                : "timeZone").ToProblem();
        }

        var request = new OrganisationRequest(
            body.Name, body.BaseCurrency, body.HomeState, body.TaxRatesEnabled.Value, body.TimeZone);
        var saved = await save.RunAsync(await actors.GetAsync(), request, cancellationToken);
        return saved.Succeeded ? TypedResults.Ok(OrganisationJson.Of(saved.Value)) : saved.Error.ToProblem();
    }
}
