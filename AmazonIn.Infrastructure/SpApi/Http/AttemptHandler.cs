using System.IO.Compression;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// One try: at most 30 seconds from the first byte sent to the last byte read, the body unpacked by ourselves so that
/// its size can be watched, and complete or an error. A caller's cancellation stays a cancellation; only our own limit
/// becomes a <see cref="TimeoutException"/>.
/// </summary>
internal sealed class AttemptHandler(TimeProvider time, AmazonClock clock) : DelegatingHandler
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    private const int MaxBody = 32 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            var sent = time.GetUtcNow();
            response = await base.SendAsync(request, both.Token);
            clock.Note(response, sent, time.GetUtcNow());
            var body = await ReadAsync(response.Content, both.Token);
            var whole = new BufferedBody(body);
            whole.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = whole;
            return response;
        }
        catch (OperationCanceledException) when (
            limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new TimeoutException($"No complete answer within {Limit.TotalSeconds:0} seconds.");
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var expected = content.Headers.ContentLength;
        if (expected > MaxBody)
        {
            throw new AnswerTooLargeException($"The answer is larger than {MaxBody / (1024 * 1024)} MiB.");
        }

        var network = new CountingStream(await content.ReadAsStreamAsync(cancellationToken));
        var packed = content.Headers.ContentEncoding.Contains("gzip");
        await using var bounded = packed
            ? new BoundedStream(new GZipStream(network, CompressionMode.Decompress), () => network.Total, MaxBody)
            : new BoundedStream(network, null, MaxBody);
        var buffer = new MemoryStream(packed ? 64 * 1024 : (int)(expected ?? 64 * 1024));
        await bounded.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
