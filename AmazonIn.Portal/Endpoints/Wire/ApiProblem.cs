using AmazonIn.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Refusals as RFC 9457 problem details, each with a stable <c>code</c> and a sentence for a person.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult ToProblem(this Error error) => Of(error.Kind.ToStatusCode(), error.Code, error.Message);

    public static ProblemHttpResult Of(int status, string code, string detail) => TypedResults.Problem(
        detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    public static int ToStatusCode(this ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };
}
