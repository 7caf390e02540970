using System.Net;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>An answer's body, read whole, unpacked and bounded.</summary>
internal sealed class BufferedBody(ReadOnlyMemory<byte> bytes) : HttpContent
{
    public ReadOnlyMemory<byte> Bytes => bytes;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
