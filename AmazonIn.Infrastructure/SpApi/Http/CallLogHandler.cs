using Microsoft.Extensions.Logging;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// The only log of the traffic with Amazon. Operation, status, duration and Amazon's request id; never an address,
/// a header or a body, which hold SKUs, order ids, tokens and buyers.
/// </summary>
internal sealed partial class CallLogHandler(ILogger<CallLogHandler> logger, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var operation = SpApiCall.Of(request).Operation;
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                LogAnswer(operation, status, milliseconds, RequestId.Of(response));
            }
            else
            {
                LogRefusal(operation, status, milliseconds, RequestId.Of(response));
            }

            return response;
        }
        catch (Exception failure) when (RetryHandler.IsTransient(failure))
        {
            LogLost(operation, (long)time.GetElapsedTime(started).TotalMilliseconds, failure.GetType().Name);
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Amazon {Operation}: {Status} after {Milliseconds} ms, request {RequestId}")]
    private partial void LogAnswer(string operation, int status, long milliseconds, string? requestId);

    [LoggerMessage(2, LogLevel.Warning, "Amazon {Operation}: {Status} after {Milliseconds} ms, request {RequestId}")]
    private partial void LogRefusal(string operation, int status, long milliseconds, string? requestId);

    [LoggerMessage(3, LogLevel.Warning, "Amazon {Operation}: no answer after {Milliseconds} ms ({Failure})")]
    private partial void LogLost(string operation, long milliseconds, string failure);
}
