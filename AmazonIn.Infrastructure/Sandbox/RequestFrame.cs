using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>
/// What every request has in common: who may ask, the marketplace's date, a request id, being counted.
/// </summary>
internal sealed class RequestFrame(DemoMarketplace marketplace)
{
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        // The clock may be advanced while the request runs; the answer carries the time it ends at.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Date = marketplace.Clock.Now.ToString("R", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        http.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (!IsFromThisMachine(http))
        {
            await Answer.ErrorAsync(http, ApiError.Denied("The demo marketplace answers only to this machine."));
            return;
        }

        marketplace.Settle();
        var operation = http.GetEndpoint()?.Metadata.GetMetadata<UsagePlan>()?.Operation;
        try
        {
            await next(http);
        }
        finally
        {
            if (operation is not null)
            {
                marketplace.Calls.Add(operation, throttled: http.Response.StatusCode == 429);
            }
        }
    }

    /// <summary>
    /// The socket listens on loopback only. What could still come from elsewhere is a web page in this machine's
    /// browser, by a name that resolves to loopback or by a request across origins; neither is served.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http)
    {
        if (!LoopbackAddress.IsLoopbackHost(http.Request.Host.Host))
        {
            return false;
        }

        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && LoopbackAddress.IsLoopbackHost(from.Host));
    }
}
