using System.Buffers;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// An order kept as the text it came as: posted through the control endpoints, or changed since it was drawn.
/// </summary>
internal sealed class RawOrderBody(byte[] json) : OrderBody
{
    public override void WriteJson(IBufferWriter<byte> output) => output.Write(json);
}
