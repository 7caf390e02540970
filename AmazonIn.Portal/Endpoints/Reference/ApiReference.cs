using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Authorization;
using Scalar.AspNetCore;

namespace AmazonIn.Portal.Endpoints.Reference;

/// <summary>The description of the REST API: for programs at <c>/openapi/v1.json</c>, for people at <c>/api</c>.</summary>
internal static class ApiReference
{
    public static IServiceCollection AddPortalOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer<DescribeApi>();
        options.AddOperationTransformer<DescribeCall>();
        options.AddSchemaTransformer<ShowExample>();
    });

    public static void MapApiReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().RequireAuthorization();
        routes.MapScalarApiReference("/api", (options, context) => options
            .WithTitle("AmazonIn REST API")
            .WithNonce(context.CspNonce())
            .DisableDefaultFonts()
            .HideDeveloperTools()
            .HideClientButton()
            .DisableAgent()
            .DisableTelemetry())
            .RequireAuthorization()
            .Finally(RequireSignIn);
    }

    // The page's own script and icon come marked as open to everybody; what nobody else needs stays closed.
    private static void RequireSignIn(EndpointBuilder endpoint)
    {
        foreach (var open in endpoint.Metadata.OfType<IAllowAnonymous>().ToList())
        {
            endpoint.Metadata.Remove(open);
        }
    }
}
