using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Shows what was pushed to the marketplace.</summary>
internal sealed class ReceivedEndpoints(ReceivedLog log)
{
    private const string FeedKind = "feed";

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        ReceivedPush.Stock,
        ReceivedPush.Listing,
        ReceivedPush.Shipment,
        FeedKind,
    };

    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "/control/received", ListAsync);
        routes.Map("DELETE", "/control/received", http =>
        {
            log.Clear();
            return ListAsync(http);
        });
    }

    /// <summary>
    /// All pushes, or those of one kind. <c>stock</c> holds every quantity, however it came; <c>feed</c> holds the
    /// messages of feeds, whatever they are about, under that kind.
    /// </summary>
    private Task ListAsync(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var kind = query.OneOf("kind", Kinds);
        var seller = query.Text("seller");
        var pushes = log.All().Where(push =>
            (seller is null || push.SellerId == seller)
            && (kind is null || (kind == FeedKind ? push.FeedId is not null : push.Kind == kind)));
        return ControlRoutes.AnswerAsync(http, writer =>
        {
            writer.WriteStartArray("data");
            foreach (var push in pushes)
            {
                Write(writer, push, kind ?? push.Kind);
            }

            writer.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter writer, ReceivedPush push, string kind)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", kind);
        Iso8601.Write(writer, "at", push.At);
        writer.WriteString("sellerId", push.SellerId);
        writer.WriteTextIfAny("sku", push.Sku);
        writer.WriteTextIfAny("orderId", push.OrderId);
        if (push.Quantity is { } quantity)
        {
            writer.WriteNumber("quantity", quantity);
        }

        writer.WriteTextIfAny("channelCode", push.ChannelCode);
        writer.WriteTextIfAny("packageReferenceId", push.PackageReferenceId);
        writer.WriteTextIfAny("feedId", push.FeedId);
        if (push.MessageId is { } messageId)
        {
            writer.WriteNumber("messageId", messageId);
        }

        writer.WriteString("status", push.Status);
        writer.WritePropertyName("body");
        push.Body.WriteTo(writer);
        writer.WriteEndObject();
    }
}
