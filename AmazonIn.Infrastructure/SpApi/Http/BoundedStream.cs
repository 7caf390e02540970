namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Reads an unpacked stream and counts: more bytes than the cap, or more than 100 times the packed bytes, end it. A
/// gzip bomb of 200 MiB packs to 200 KB, so neither the length header nor the packed size protects.
/// </summary>
/// <param name="unpacked">What is read.</param>
/// <param name="packedBytes">How many packed bytes have been consumed so far; null where nothing is packed.</param>
/// <param name="cap">The most bytes.</param>
internal sealed class BoundedStream(Stream unpacked, Func<long>? packedBytes, long cap) : Stream
{
    private const int MaxRatio = 100;

    /// <summary>Small answers may pack better than the ratio allows without harm.</summary>
    private const long RatioCountsFrom = 1024 * 1024;

    private long _total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        return Count(await unpacked.ReadAsync(buffer, cancellationToken));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(unpacked.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _total += read;
        if (_total > cap)
        {
            throw new AnswerTooLargeException($"The answer is larger than {cap / (1024 * 1024)} MiB.");
        }

        if (packedBytes is not null && _total > RatioCountsFrom && _total > MaxRatio * packedBytes())
        {
            throw new AnswerTooLargeException($"The answer unpacks to more than {MaxRatio} times its size.");
        }

        return read;
    }
}
