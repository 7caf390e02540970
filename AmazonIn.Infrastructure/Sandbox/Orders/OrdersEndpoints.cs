using System.Buffers;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>The Orders API 2026-01-01: searchOrders and getOrder.</summary>
internal sealed class OrdersEndpoints(MarketplaceClock clock, Signer signer)
{
    private long repeats;

    public void Map(ApiRoutes routes)
    {
        routes.Map("GET", "/orders/2026-01-01/orders", UsagePlan.SearchOrders, SearchAsync);
        routes.Map("GET", "/orders/2026-01-01/orders/{orderId}", UsagePlan.GetOrder, GetAsync);
    }

    private Task SearchAsync(ApiCall call)
    {
        var now = clock.Now;
        var search = OrderSearch.Read(call, now);
        var position = Position(call, search, now);
        var found = call.Seller.Orders.Range(
            search.Key,
            search.From,
            position.To,
            position.After,
            search.Matches,
            search.PageSize + 1);

        var more = found.Count > search.PageSize;
        if (more)
        {
            found.RemoveAt(found.Count - 1);
        }

        string? next = null;
        if (call.Fault == FaultKind.DuplicatePage)
        {
            // The page is given, and its token leads to the same page again: nothing is lost, one page comes twice.
            var nonce = Interlocked.Increment(ref repeats).ToString(System.Globalization.CultureInfo.InvariantCulture);
            next = position.Seal(signer, call.Seller.Id, search, now, nonce);
        }
        else if (more)
        {
            var last = found[^1];
            next = (position with { After = (OrderBook.TimeOf(last, search.Key), last.Id) })
                .Seal(signer, call.Seller.Id, search, now);
        }

        if (call.Fault == FaultKind.OutOfOrder)
        {
            // Newest first, and after them the versions that some of them replaced.
            found.Reverse();
            found.AddRange(found.Where(order => order.Previous is not null).Select(order => order.Previous!).ToList());
        }

        return call.AnswerAsync(200, writer => WritePage(writer, search, position.To, found, next));
    }

    private Task GetAsync(ApiCall call)
    {
        var datasets = OrderDatasetNames.Of(call.Query.List("includedData", OrderDatasetNames.All));
        var orderId = call.RouteValue("orderId");
        var order = call.Seller.Orders.Find(orderId)
            ?? throw new ApiException(ApiError.NotFound($"Order {orderId} was not found."));
        if (call.Fault == FaultKind.OutOfOrder)
        {
            order = order.Previous ?? order;
        }

        return call.AnswerAsync(200, writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("order");
            WriteOrder(writer, order, datasets, new ArrayBufferWriter<byte>(4096));
            writer.WriteEndObject();
        });
    }

    private static void WritePage(
        Utf8JsonWriter writer,
        OrderSearch search,
        DateTimeOffset to,
        List<OrderEntry> orders,
        string? next)
    {
        var scratch = new ArrayBufferWriter<byte>(8192);
        writer.WriteStartObject();
        writer.WriteStartArray("orders");
        foreach (var order in orders)
        {
            WriteOrder(writer, order, search.Datasets, scratch);
        }

        writer.WriteEndArray();
        if (next is not null)
        {
            writer.WriteStartObject("pagination");
            writer.WriteString("nextToken", next);
            writer.WriteEndObject();
        }

        Iso8601.Write(writer, search.Key == OrderKey.Created ? "createdBefore" : "lastUpdatedBefore", to);
        writer.WriteEndObject();
    }

    private static void WriteOrder(
        Utf8JsonWriter writer,
        OrderEntry order,
        OrderDatasets datasets,
        ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        order.Body.WriteJson(scratch);
        DatasetFilter.Write(scratch.WrittenSpan, datasets, writer);
    }

    private OrderPageToken Position(ApiCall call, OrderSearch search, DateTimeOffset now)
    {
        if (call.Query.Text("paginationToken") is not { } text)
        {
            return new OrderPageToken(search.To ?? OrderSearch.LatestEnd(now), null);
        }

        return OrderPageToken.TryOpen(signer, text, call.Seller.Id, search, now, out var token)
            ? token
            : throw ApiException.InvalidInput(
                "paginationToken is invalid, has expired, or came with other parameters than those it was made for.");
    }
}
