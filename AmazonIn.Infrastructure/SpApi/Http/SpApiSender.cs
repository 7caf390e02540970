using System.Net.Http.Headers;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Sends a call through the one pipeline (retry, quota, token, attempt, log) and reads its answer, or throws one of the
/// four <see cref="MarketplaceException"/>s. The caller's cancellation passes through as such.
/// </summary>
internal sealed class SpApiSender(IHttpClientFactory clients, Backoff backoff, Pauses pauses, TimeProvider time)
{
    public const string ClientName = "AmazonIn.SpApi";

    /// <summary>A body that cannot be read is asked for again this many times (security.md F-08).</summary>
    private const int MaxRereads = 2;

    /// <param name="make">Makes the request; called once for each reading of the answer.</param>
    /// <param name="read">Reads a successful body; a <see cref="JsonException"/> says that it is malformed.</param>
    /// <param name="refuse">Gives a meaning of the caller's own to a failed answer, or null for the common one.</param>
    public Task<T> SendAsync<T>(
        Func<HttpRequestMessage> make,
        SpApiCall call,
        Func<ReadOnlyMemory<byte>, T> read,
        CancellationToken cancellationToken,
        Func<HttpResponseMessage, Exception?>? refuse = null) =>
        SendAsync(make, call, (body, _) => read(body), cancellationToken, refuse);

    /// <param name="make">Makes the request; called once for each reading of the answer.</param>
    /// <param name="read">Reads a successful body, with the answer's headers at hand.</param>
    /// <param name="refuse">Gives a meaning of the caller's own to a failed answer, or null for the common one.</param>
    public async Task<T> SendAsync<T>(
        Func<HttpRequestMessage> make,
        SpApiCall call,
        Func<ReadOnlyMemory<byte>, HttpResponseMessage, T> read,
        CancellationToken cancellationToken,
        Func<HttpResponseMessage, Exception?>? refuse = null)
    {
        for (var rereads = 0; ; rereads++)
        {
            using var response = await SendOnceAsync(make, call, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw refuse?.Invoke(response) ?? SpApiErrors.From(response, call, time.GetUtcNow());
            }

            try
            {
                return read(BodyOf(response), response);
            }
            catch (JsonException) when (rereads < MaxRereads && call.Repeatable)
            {
                await pauses.SleepAsync(
                    backoff.After(rereads + 1),
                    $"Amazon's answer about {call.Subject} could not be read; the next try follows",
                    call.Waits,
                    cancellationToken);
            }
            catch (JsonException)
            {
                throw SpApiErrors.Unreadable(call, RequestId.Of(response));
            }
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        Func<HttpRequestMessage> make,
        SpApiCall call,
        CancellationToken cancellationToken)
    {
        using var request = make();
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Text);
        call.AttachTo(request);
        try
        {
            return await clients.CreateClient(ClientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception failure) when (
            (RetryHandler.IsTransient(failure) || failure is AnswerTooLargeException)
            && !cancellationToken.IsCancellationRequested)
        {
            throw SpApiErrors.From(failure, call);
        }
    }

    private static ReadOnlyMemory<byte> BodyOf(HttpResponseMessage response)
    {
        var bytes = ((BufferedBody)response.Content).Bytes;
        return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }
}
