namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>The <c>Retry-After</c> header. Amazon documents none, gateways in front of it may send one.</summary>
internal static class RetryAfter
{
    /// <summary>How long the answer asks to wait; zero where it does not.</summary>
    public static TimeSpan Of(HttpResponseMessage? response, DateTimeOffset now)
    {
        var header = response?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now) ?? TimeSpan.Zero;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
