using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>
/// Amazon in a handler: answers by script, the token endpoint included, and remembers what it was asked.
/// </summary>
internal sealed class ScriptedAmazon(TimeProvider time) : HttpMessageHandler
{
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private int _tokens;

    /// <summary>Answers everything but the token endpoint; gets the call's number, from 1, among its kind.</summary>
    public Func<RecordedCall, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } =
        (_, _) => Task.FromResult(Status(HttpStatusCode.NotFound));

    /// <summary>Replaces the token endpoint's answer.</summary>
    public Func<RecordedCall, HttpResponseMessage>? TokenAnswer { get; set; }

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    public IReadOnlyList<RecordedCall> Calls => [.. _calls.Where(call => !IsToken(call.Address))];

    public IReadOnlyList<RecordedCall> TokenCalls => [.. _calls.Where(call => IsToken(call.Address))];

    public void AnswerWith(Func<RecordedCall, HttpResponseMessage> answer) =>
        Answer = (call, _) => Task.FromResult(answer(call));

    /// <summary>One answer after the other; the last one repeats.</summary>
    public void AnswerInTurn(params Func<HttpResponseMessage>[] answers)
    {
        var turn = -1;
        AnswerWith(_ => answers[Math.Min(Interlocked.Increment(ref turn), answers.Length - 1)]());
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        var response = Status(status);
        response.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return response;
    }

    public static HttpResponseMessage Error(HttpStatusCode status, string code, string message = "", string details = "") =>
        Json($$"""{"errors":[{"code":"{{code}}","message":"{{message}}","details":"{{details}}"}]}""", status);

    public static HttpResponseMessage Status(HttpStatusCode status)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", "req-0001");
        return response;
    }

    public static HttpResponseMessage Bytes(byte[] body, string mediaType = "application/json", string? encoding = null)
    {
        var response = Status(HttpStatusCode.OK);
        response.Content = new ByteArrayContent(body);
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (encoding is not null)
        {
            response.Content.Headers.ContentEncoding.Add(encoding);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []);
        var call = new RecordedCall(
            request.Method,
            request.RequestUri!,
            headers.ToDictionary(
                header => header.Key, header => string.Join(' ', header.Value), StringComparer.OrdinalIgnoreCase),
            body,
            time.GetUtcNow());
        _calls.Enqueue(call);
        var response = IsToken(call.Address) ? AnswerToken(call) : await Answer(call, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private HttpResponseMessage AnswerToken(RecordedCall call) => TokenAnswer?.Invoke(call)
        ?? Json(
            $$"""
            {"access_token":"Atza|canary-access-{{Interlocked.Increment(ref _tokens)}}","token_type":"bearer",
            "expires_in":{{(int)TokenLifetime.TotalSeconds}}}
            """);

    private static bool IsToken(Uri address) => address.AbsolutePath == "/auth/o2/token";
}
