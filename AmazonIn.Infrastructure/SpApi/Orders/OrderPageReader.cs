using System.Text.Json;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Orders.Wire;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Reads the answers of the two order operations.</summary>
internal static class OrderPageReader
{
    /// <exception cref="JsonException">The page as a whole cannot be read.</exception>
    public static OrderPage ReadPage(ReadOnlyMemory<byte> body, OrderReader reader)
    {
        List<MarketplaceRecord<MarketplaceOrder>> records = new(100);
        string? token = null;
        DateTimeOffset? upTo = null;
        JsonSlices.Cut(
            body,
            "orders",
            order => records.Add(reader.Read(order, records.Count + 1)),
            (name, value) =>
            {
                switch (name)
                {
                    case "pagination":
                        token = JsonSerializer.Deserialize(
                            value.Span, OrdersJsonContext.Default.WirePagination)?.NextToken;
                        break;
                    case "lastUpdatedBefore":
                        upTo = JsonSerializer.Deserialize(value.Span, OrdersJsonContext.Default.NullableDateTimeOffset);
                        break;
                }
            });
        return new OrderPage(records, WireText.OrNull(token), upTo);
    }

    /// <exception cref="JsonException">There is no order in the answer.</exception>
    public static MarketplaceRecord<MarketplaceOrder> ReadOne(ReadOnlyMemory<byte> body, OrderReader reader) =>
        reader.Read(JsonSlices.Member(body, "order"), 1);
}
