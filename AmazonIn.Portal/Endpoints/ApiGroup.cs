using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Endpoints;

/// <summary>What every call of the REST API has in common.</summary>
internal static class ApiGroup
{
    public const string Prefix = "/api/v1";

    // The largest body is an organisation's name and a token: two kilobytes at most.
    private const int LargestBody = 32 * 1024;

    /// <summary>Whether a program asks, which wants a status and problem details where a person gets a page.</summary>
    public static bool IsCall(PathString path) => path.StartsWithSegments(Prefix) || path.StartsWithSegments("/openapi");

    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Prefix)
            .RequireAuthorization()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .AddEndpointFilter<CrossSiteFilter>()
            .AddEndpointFilter<QueryFilter>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapChannels();
        api.MapSyncPreferences();
        api.MapSyncRuns();
        api.MapItems();
        api.MapItemGroups();
        api.MapSalesOrders();
        api.MapOrderSteps();
        api.MapPackages();
        api.MapOrdersByHand();
        api.MapCustomers();
        api.MapWarehouses();
        api.MapStock();
        api.MapStockPushes();
        api.MapOrganisation();
        return api;
    }

    /// <summary>Names the filters of a list; every list also takes <c>limit</c> and <c>cursor</c>.</summary>
    public static RouteHandlerBuilder TakesPage(this RouteHandlerBuilder call, params string[] filters) =>
        call.WithMetadata(new QueryParameters([.. filters, QueryParameters.Limit, QueryParameters.Cursor]));

    /// <summary>Names the API-key scope that allows the call, for the description; the policy decides.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder call, string permission, string scope) =>
        call.RequireAuthorization(permission).WithMetadata(new ScopeOfCall(scope));
}
