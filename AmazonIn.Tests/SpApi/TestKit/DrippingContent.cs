using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>One blank every ten seconds, for ever.</summary>
internal sealed class DrippingContent(FakeTimeProvider time) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Dripping(time));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class Dripping(FakeTimeProvider time) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            cancellationToken.ThrowIfCancellationRequested();
            buffer.Span[0] = (byte)' ';
            return ValueTask.FromResult(1);
        }
    }
}
