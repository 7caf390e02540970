namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Reads an unpacked stream and counts: more bytes than the cap, or more than 100 times the packed bytes, end it. A
/// gzip bomb of 200 MiB packs to 200 KB, so neither the length header nor the packed size protects.
/// </summary>
/// <param name="unpacked">What is read.</param>
/// <param name="packedBytes">How many packed bytes have been consumed so far; null where nothing is packed.</param>
/// <param name="cap">The most bytes.</param>
internal sealed class BoundedStream(Stream unpacked, Func<long>? packedBytes, long cap) : WatchedStream(unpacked)
{
    private const int MaxRatio = 100;

    /// <summary>Small answers may pack better than the ratio allows without harm.</summary>
    private const long RatioCountsFrom = 1024 * 1024;

    protected override void Check()
    {
        if (Total > cap)
        {
            throw new AnswerTooLargeException($"The answer is larger than {cap / (1024 * 1024)} MiB.");
        }

        if (packedBytes is not null && Total > RatioCountsFrom && Total > MaxRatio * packedBytes())
        {
            throw new AnswerTooLargeException($"The answer unpacks to more than {MaxRatio} times its size.");
        }
    }
}
