using System.Text.Json;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Orders.Wire;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Reads the raw JSON of one order. Whatever is wrong with it becomes its reason and stops nothing else.
/// </summary>
/// <param name="currency">The marketplace's.</param>
/// <param name="now">When it is read.</param>
/// <param name="complete">Whether every dataset was asked for.</param>
internal sealed class OrderReader(string currency, DateTimeOffset now, bool complete)
{
    /// <param name="json">The order.</param>
    /// <param name="position">Its place in the page from 1; names it where its id cannot be read.</param>
    public MarketplaceRecord<MarketplaceOrder> Read(ReadOnlyMemory<byte> json, int position)
    {
        try
        {
            json = JsonTextRepair.Repair(json, out var repaired);
            var wire = JsonSerializer.Deserialize(json.Span, OrdersJsonContext.Default.WireOrder)
                ?? throw new UnreadableRecordException("order.incomplete", "Amazon sent an empty order.");
            var order = OrderTranslator.Translate(wire, currency, now, repaired, complete);
            return new MarketplaceRecord<MarketplaceOrder>(order.OrderId, order);
        }
        catch (UnreadableRecordException unreadable)
        {
            return Unreadable(json, position, unreadable.Code, unreadable.Message);
        }
        catch (JsonException malformed)
        {
            // The exception's own message may quote the value.
            return Unreadable(
                json,
                position,
                "order.malformed",
                $"Amazon sent this order with a value of the wrong kind at “{SafeText.Of(malformed.Path, 100)}”.");
        }
    }

    private static MarketplaceRecord<MarketplaceOrder> Unreadable(
        ReadOnlyMemory<byte> json,
        int position,
        string code,
        string reason)
    {
        var id = SafeText.Of(JsonSlices.FindText(json, "orderId"u8), 40);
        return new MarketplaceRecord<MarketplaceOrder>(id ?? $"record {position}", null, code, reason);
    }
}
