using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>One version of an order: its content, and what searches look at. Never changes; a change is a new entry.</summary>
internal sealed class OrderEntry
{
    public required string Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset LastUpdated { get; init; }

    /// <summary>Amazon's word, or whatever a posted order says; empty where it says nothing.</summary>
    public required string Status { get; init; }

    public required string FulfilledBy { get; init; }

    public required string MarketplaceId { get; init; }

    public required int Lines { get; init; }

    public required OrderBody Body { get; init; }

    /// <summary>The version before this one, for the fault that answers out of order.</summary>
    public OrderEntry? Previous { get; init; }

    /// <summary>Indexes an order in Amazon's shape; the content is served as it is, whatever is missing from it.</summary>
    /// <param name="json">The order.</param>
    /// <param name="visibleNow">Stands in for times the order lacks, so that a search finds it at once.</param>
    /// <param name="previous">The version it replaces.</param>
    /// <exception cref="ApiException">Not an object, or without an order id.</exception>
    public static OrderEntry FromJson(JsonElement json, DateTimeOffset visibleNow, OrderEntry? previous)
    {
        if (json.ValueKind != JsonValueKind.Object
            || Text(json, "orderId") is not { Length: > 0 } id)
        {
            throw ApiException.InvalidInput("An order must be an object with an orderId.");
        }

        var fulfillment = Member(json, "fulfillment");
        var items = Member(json, "orderItems");
        var lastUpdated = Time(json, "lastUpdatedTime") ?? visibleNow;
        return new OrderEntry
        {
            Id = id,
            Created = Time(json, "createdTime") ?? lastUpdated,
            LastUpdated = lastUpdated,
            Status = Text(fulfillment, "fulfillmentStatus") ?? "",
            FulfilledBy = Text(fulfillment, "fulfilledBy") ?? "",
            MarketplaceId = Text(Member(json, "salesChannel"), "marketplaceId") ?? Marketplaces.India.Id,
            Lines = items.ValueKind == JsonValueKind.Array ? items.GetArrayLength() : 0,
            Body = new RawOrderBody(JsonMarshal.GetRawUtf8Value(json).ToArray()),
            Previous = previous is null ? null : previous.WithoutHistory(),
        };
    }

    public JsonObject ToJson()
    {
        var json = new ArrayBufferWriter<byte>(4096);
        Body.WriteJson(json);
        return JsonNode.Parse(json.WrittenSpan)!.AsObject();
    }

    private OrderEntry WithoutHistory() => new()
    {
        Id = Id,
        Created = Created,
        LastUpdated = LastUpdated,
        Status = Status,
        FulfilledBy = FulfilledBy,
        MarketplaceId = MarketplaceId,
        Lines = Lines,
        Body = Body,
    };

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    private static DateTimeOffset? Time(JsonElement parent, string name) =>
        Iso8601.TryParse(Text(parent, name), out var time) ? time : null;
}
