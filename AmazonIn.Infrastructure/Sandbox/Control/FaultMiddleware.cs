using AmazonIn.Infrastructure.Sandbox.Auth;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>
/// Lets a fault strike. One part stands outside response compression, since a connection breaks in the compressed
/// bytes; the other stands inside, since a broken document is compressed like any other.
/// </summary>
internal sealed class FaultMiddleware(FaultTable faults, CancellationToken stopping)
{
    public async Task OutsideCompressionAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.StartsWith("/control", StringComparison.Ordinal)
            || faults.Strike(http.Request.Method, path) is not { } kind)
        {
            await next(http);
            return;
        }

        http.Features.Set(new FaultFeature(kind));
        switch (kind)
        {
            case FaultKind.Timeout:
                await WaitUntilGoneAsync(http);
                break;
            case FaultKind.Truncate:
                await TruncateAsync(http, next);
                break;
            default:
                await next(http);
                break;
        }
    }

    public static async Task InsideCompressionAsync(HttpContext http, RequestDelegate next)
    {
        var isToken = http.Request.Path.StartsWithSegments("/auth", StringComparison.Ordinal);
        switch (http.Features.Get<FaultFeature>()?.Kind)
        {
            case FaultKind.Throttle:
                await Answer.ErrorAsync(http, ApiError.QuotaExceeded);
                break;
            case FaultKind.Error500 when isToken:
                await TokenEndpoint.RefuseAsync(http, 500, "server_error", "The server encountered an error.");
                break;
            case FaultKind.Error500:
                await Answer.ErrorAsync(http, ApiError.InternalFailure);
                break;
            case FaultKind.Error503 when isToken:
                await TokenEndpoint.RefuseAsync(http, 503, "temporarily_unavailable", "The server is overloaded.");
                break;
            case FaultKind.Error503:
                await Answer.ErrorAsync(http, ApiError.ServiceUnavailable);
                break;
            case FaultKind.Unauthorized when isToken:
                await TokenEndpoint.RefuseRevokedAsync(http);
                break;
            case FaultKind.Unauthorized:
                await Answer.ErrorAsync(
                    http,
                    ApiError.Denied("The access token you provided is revoked, malformed or invalid."));
                break;
            case FaultKind.Malformed:
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync(
                    "{\"orders\":[{\"orderId\":\"40<html><head><title>Service</title></head>",
                    http.RequestAborted);
                break;
            default:
                await next(http);
                break;
        }
    }

    private static async Task TruncateAsync(HttpContext http, RequestDelegate next)
    {
        var client = http.Response.Body;
        using var whole = new MemoryStream();
        http.Response.Body = whole;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = client;
        }

        http.Response.ContentLength = whole.Length;
        await client.WriteAsync(whole.GetBuffer().AsMemory(0, (int)(whole.Length / 2)), http.RequestAborted);
        await client.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private async Task WaitUntilGoneAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var aborted = http.RequestAborted.Register(() => gone.TrySetResult());
        await using var stopped = stopping.Register(() => gone.TrySetResult());
        await gone.Task;
        http.Abort();
    }
}
