using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmazonIn.Portal.Endpoints.Reference;

/// <summary>What holds for every call.</summary>
internal sealed class DescribeApi : IOpenApiDocumentTransformer
{
    public const string SecurityScheme = "apiKey";

    private const string Description = """
        The portal's data and actions for other programs, under the same rules as its screens. No call returns personal
        data of buyers.

        **Authentication.** Send an API key as `Authorization: Bearer ain_…`. An administrator makes keys under
        Settings → API keys, each with scopes; every call names the one it needs.

        **Lists** answer `{"data": […], "nextCursor": "…"}`, newest first. Hand `nextCursor` back as `cursor` for the
        next page; it is null on the last one. `limit` is 1 to 200.

        **Refusals** are RFC 9457 problem details with a stable `code`. A parameter or member that a call does not know
        is refused by name.

        Times are UTC in ISO 8601; amounts are `{"amount": "499.00", "currency": "INR"}`, exact and as text.
        """;

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "AmazonIn", Version = "v1", Description = Description };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[SecurityScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "ain_…",
            Description = "An API key, made under Settings → API keys and shown once.",
        };
        return Task.CompletedTask;
    }
}
