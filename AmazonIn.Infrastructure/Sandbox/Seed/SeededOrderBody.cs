using System.Buffers;

using AmazonIn.Infrastructure.Sandbox.Orders;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>A generated order: its number is all that is kept, the rest is drawn again each time.</summary>
internal sealed class SeededOrderBody(OrderSeeder seeder, int index) : OrderBody
{
    public override void WriteJson(IBufferWriter<byte> output) => OrderJson.Write(seeder.Draw(index), output);
}
