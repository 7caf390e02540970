using System.Diagnostics;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Diagnostics;

namespace AmazonIn.Portal.Endpoints;

/// <summary>Answers exceptions of the REST API as problem details; everywhere else the error page answers.</summary>
internal sealed class ApiExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken)
    {
        // By now the request's own path is that of the error page.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (!ApiGroup.IsCall(path))
        {
            return false;
        }

        var reference = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "request.too-large", "The body is larger than any call here needs."),
            BadHttpRequestException bad =>
                ApiProblem.Of(bad.StatusCode, "request.malformed", "The request is not one that HTTP allows."),
            ConcurrentChangeException =>
                ApiProblem.Of(StatusCodes.Status409Conflict, "concurrent-change", exception.Message),
            StorageUnavailableException =>
                ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "storage.unavailable", exception.Message),
            KeysUnavailableException =>
                ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "keys.unavailable", exception.Message),
            _ => ApiProblem.Of(
                StatusCodes.Status500InternalServerError,
                "internal",
                $"The portal ran into a fault of its own. Give the reference {reference} to whoever runs it."),
        };
        await problem.ExecuteAsync(httpContext);
        return true;
    }
}
