using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Shows every order, takes new ones, and changes those there are.</summary>
internal sealed class OrderControlEndpoints(MarketplaceClock clock)
{
    // A little more than Amazon's two minutes: a search finds the order at once.
    private static readonly TimeSpan Visible = TimeSpan.FromMinutes(3);

    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "/control/orders", http => ListAsync(http, routes.Sellers(http)));
        routes.Map("GET", "/control/orders/{orderId}", http => AnswerWithAsync(http, Find(http, routes.Seller(http))));
        routes.Map("POST", "/control/orders", http => AddAsync(http, routes.Seller(http)));
        routes.Map("PATCH", "/control/orders/{orderId}", http => PatchAsync(http, routes.Seller(http)));
    }

    /// <summary>Streamed: hundreds of thousands of orders are drawn one after the other.</summary>
    private static async Task ListAsync(HttpContext http, IReadOnlyList<SellerAccount> sellers)
    {
        http.Response.ContentType = "application/json";
        var scratch = new ArrayBufferWriter<byte>(8192);
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, Answer.WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("data");
        foreach (var seller in sellers)
        {
            foreach (var order in seller.Orders.Snapshot())
            {
                scratch.ResetWrittenCount();
                order.Body.WriteJson(scratch);
                WriteSummary(writer, order, scratch.WrittenMemory);
                if (writer.BytesPending > 32_768)
                {
                    await writer.FlushAsync(http.RequestAborted);
                    await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
                }
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter writer, OrderEntry order, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        writer.WriteStartObject();
        writer.WriteString("id", order.Id);
        writer.WriteString("status", order.Status);
        writer.WritePropertyName("total");
        var total = document.RootElement.Member("proceeds").Member("grandTotal");
        if (total.Text("amount") is { } amount && total.Text("currencyCode") is { } currency)
        {
            // Under both names: "currency" is how our contracts spell money, "currencyCode" how Amazon does.
            writer.WriteStartObject();
            writer.WriteString("amount", amount);
            writer.WriteString("currency", currency);
            writer.WriteString("currencyCode", currency);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteNumber("lines", order.Lines);
        writer.WriteEndObject();
    }

    private static async Task AnswerWithAsync(HttpContext http, OrderEntry order)
    {
        http.Response.ContentType = "application/json";
        order.Body.WriteJson(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>
    /// Takes one order, an array of orders or <c>{"orders": […]}</c>, each in Amazon's shape, and serves it as it
    /// came: unknown members and values included. An order whose id is known replaces the one there.
    /// </summary>
    private async Task AddAsync(HttpContext http, SellerAccount seller)
    {
        var body = await ControlRoutes.ReadJsonAsync(http);
        var visibleNow = clock.Now - Visible;
        var entries = body.OneOrMany("orders")
            .Select(order => OrderEntry.FromJson(order, visibleNow, seller.Orders.Find(order.Text("orderId") ?? "")))
            .ToList();
        seller.Orders.Put(entries);
        await ControlRoutes.AnswerAsync(
            http,
            writer =>
            {
                writer.WriteStartArray("data");
                foreach (var entry in entries)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", entry.Id);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            },
            status: 201);
    }

    /// <summary>
    /// Merges a JSON merge patch (RFC 7396) into an order. Unless the patch sets <c>lastUpdatedTime</c> itself, that
    /// becomes three minutes before now, so that a search finds the change at once in spite of the two-minute rule
    /// (or a millisecond after the last change, where that was later): readers need the overlap they need anyway.
    /// </summary>
    private async Task PatchAsync(HttpContext http, SellerAccount seller)
    {
        var patch = await ControlRoutes.ReadJsonAsync(http);
        if (patch.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.InvalidInput("The patch must be a JSON object.");
        }

        var visibleNow = clock.Now - Visible;
        var changed = seller.Orders.Update(http.Request.RouteValues["orderId"]?.ToString() ?? "", order =>
        {
            var changes = JsonObject.Create(patch.Clone())!;
            changes["orderId"] = order.Id;
            if (!changes.ContainsKey("lastUpdatedTime"))
            {
                var next = order.LastUpdated + TimeSpan.FromMilliseconds(1);
                changes["lastUpdatedTime"] = Iso8601.Format(visibleNow > next ? visibleNow : next);
            }

            return order.With(changes);
        });
        if (changed is null)
        {
            throw new ApiException(ApiError.NotFound("There is no such order."));
        }

        await AnswerWithAsync(http, changed);
    }

    private static OrderEntry Find(HttpContext http, SellerAccount seller) =>
        seller.Orders.Find(http.Request.RouteValues["orderId"]?.ToString() ?? "")
        ?? throw new ApiException(ApiError.NotFound("There is no such order."));
}
