using System.Buffers;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// The content of one version of an order. Most orders are drawn when they are asked for, so that hundreds of
/// thousands of them cost little memory.
/// </summary>
internal abstract class OrderBody
{
    /// <summary>Writes the whole order, every dataset, in Amazon's shape.</summary>
    public abstract void WriteJson(IBufferWriter<byte> output);
}
