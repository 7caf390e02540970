using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Diagnostics;

namespace AmazonIn.Portal.Endpoints;

/// <summary>Gives the REST API's bare status codes their problem details.</summary>
internal static class ApiStatusPages
{
    public static Task AnswerAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var (code, detail) = status switch
        {
            StatusCodes.Status401Unauthorized =>
                ("access.unauthenticated", "Send an API key as “Authorization: Bearer ain_…”, or sign in. Keys end, and can be revoked."),
            StatusCodes.Status403Forbidden =>
                ("access.forbidden", "This key's scopes, or your role, do not allow the call. The reference at /api names the scope it needs."),
            StatusCodes.Status404NotFound => ("not-found", "There is no call at this address. The reference is at /api."),
            StatusCodes.Status405MethodNotAllowed => ("request.method", "This address takes other methods. The reference is at /api."),
            StatusCodes.Status413PayloadTooLarge => ("request.too-large", "The body is larger than any call here needs."),
            StatusCodes.Status415UnsupportedMediaType => ("request.body", "Send the body as JSON, with the header “Content-Type: application/json”."),
            _ => ("request.refused", "The request was refused."),
        };
        return ApiProblem.Of(status, code, detail).ExecuteAsync(context.HttpContext);
    }
}
