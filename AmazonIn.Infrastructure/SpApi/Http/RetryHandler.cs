using System.Net;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Repeats what is worth repeating: throttling always (Amazon did nothing), server errors and lost answers where the
/// call may be repeated. At most six tries; each takes its own token from the bucket, so this is the outermost handler.
/// </summary>
internal sealed class RetryHandler(Backoff backoff, Pauses pauses, TimeProvider time) : DelegatingHandler
{
    public const int MaxTries = 6;

    public static bool IsTransient(Exception failure) =>
        failure is HttpRequestException or IOException or TimeoutException or InvalidDataException;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var call = SpApiCall.Of(request);
        long? firstAnswer = null;
        for (var tries = 1; ; tries++)
        {
            HttpResponseMessage? response = null;
            Exception? failure = null;
            try
            {
                response = await base.SendAsync(request, cancellationToken);
                if (!IsTransient(response.StatusCode))
                {
                    return response;
                }
            }
            catch (Exception lost) when (IsTransient(lost) && !cancellationToken.IsCancellationRequested)
            {
                failure = lost;
            }

            firstAnswer ??= time.GetTimestamp();
            var delay = DelayAfter(tries, response);
            var throttled = response?.StatusCode == HttpStatusCode.TooManyRequests;
            if (tries == MaxTries
                || (!call.Repeatable && !throttled)
                || time.GetElapsedTime(firstAnswer.Value) + delay > call.Budget)
            {
                return response ?? throw failure!;
            }

            response?.Dispose();
            var reason = throttled
                ? $"Amazon asks to slow down with {call.Subject}"
                : $"Amazon's answer about {call.Subject} failed; the next try follows";
            await pauses.SleepAsync(delay, reason, call.Waits, cancellationToken);
        }
    }

    private static bool IsTransient(HttpStatusCode status) => status is
        HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private TimeSpan DelayAfter(int tries, HttpResponseMessage? response)
    {
        var asked = RetryAfter.Of(response, time.GetUtcNow());
        var own = backoff.After(tries);
        return asked > own ? asked : own;
    }
}
