using System.Buffers;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Reports;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// The content of one version of an order. Most orders are drawn when they are asked for, so that hundreds of
/// thousands of them cost little memory.
/// </summary>
internal abstract class OrderBody
{
    /// <summary>Writes the whole order, every dataset, in Amazon's shape.</summary>
    public abstract void WriteJson(IBufferWriter<byte> output);

    /// <summary>Writes the lines of the order in an All Orders report.</summary>
    public virtual void WriteReportRows(OrderEntry order, ReportRowWriter rows)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        WriteJson(json);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        OrderReportRows.Write(document.RootElement, order, rows);
    }
}
