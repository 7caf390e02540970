using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using AmazonIn.Domain.Ports.Webhooks;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>
/// Posts webhooks, with a client of its own: nothing of a browser's helpfulness (redirects, proxies, cookies, traces),
/// and of the answer only the status (security.md S-04, S-06).
/// </summary>
internal sealed class WebhookSender : IWebhookSender, IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client;
    private readonly TimeProvider _time;

    public WebhookSender(GuardedConnection connection, TimeProvider time)
    {
        _time = time;
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = connection.ConnectAsync,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseDrainSize = 4096,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        })
        {
            // Measured by our own clock.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("AmazonIn-Webhooks/1.0");
    }

    public async Task<WebhookAnswer> SendAsync(
        Uri url, IReadOnlyList<WebhookSecret> secrets, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = Request(url, secrets, delivery);
        var start = _time.GetTimestamp();
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new WebhookAnswer(
                OutcomeOf(response.StatusCode),
                (int)response.StatusCode,
                _time.GetElapsedTime(start),
                RetryAfterOf(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new WebhookAnswer(WebhookOutcome.TimedOut, null, _time.GetElapsedTime(start));
        }
        catch (HttpRequestException exception)
        {
            return new WebhookAnswer(OutcomeOf(exception), null, _time.GetElapsedTime(start));
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(Uri url, IReadOnlyList<WebhookSecret> secrets, WebhookDelivery delivery)
    {
        var body = WebhookBody.Of(delivery).ToBytes();
        var timestamp = StandardWebhook.Timestamp(_time.GetUtcNow());
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        return new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = content,
            Headers =
            {
                { StandardWebhook.IdHeader, delivery.MessageId },
                { StandardWebhook.TimestampHeader, timestamp },
                { StandardWebhook.SignatureHeader, StandardWebhook.Sign(secrets, delivery.MessageId, timestamp, body) },
            },
        };
    }

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);

    private static WebhookOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => WebhookOutcome.Accepted,
        >= 300 and < 400 => WebhookOutcome.Redirected,
        (int)HttpStatusCode.Gone => WebhookOutcome.Gone,
        _ => WebhookOutcome.Refused,
    };

    private static WebhookOutcome OutcomeOf(HttpRequestException exception) => exception switch
    {
        { InnerException: TargetNotAllowedException } => WebhookOutcome.NotAllowed,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => WebhookOutcome.NotTrusted,
        _ => WebhookOutcome.Unreachable,
    };
}
