using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// One version of an order: its content, and what searches look at. Never changes; a change is a new entry.
/// </summary>
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

    /// <summary>
    /// Indexes an order in Amazon's shape; the content is served as it is, whatever is missing from it.
    /// </summary>
    /// <param name="json">The order.</param>
    /// <param name="visibleNow">Stands in for times the order lacks, so that a search finds it at once.</param>
    /// <param name="previous">The version it replaces.</param>
    /// <exception cref="ApiException">Not an object, or without an order id.</exception>
    public static OrderEntry FromJson(JsonElement json, DateTimeOffset visibleNow, OrderEntry? previous)
    {
        if (json.Text("orderId") is not { Length: > 0 } id)
        {
            throw ApiException.InvalidInput("An order must be an object with an orderId.");
        }

        var fulfillment = json.Member("fulfillment");
        var lastUpdated = Time(json, "lastUpdatedTime") ?? visibleNow;
        return new OrderEntry
        {
            Id = id,
            Created = Time(json, "createdTime") ?? lastUpdated,
            LastUpdated = lastUpdated,
            Status = fulfillment.Text("fulfillmentStatus") ?? "",
            FulfilledBy = fulfillment.Text("fulfilledBy") ?? "",
            MarketplaceId = json.Member("salesChannel").Text("marketplaceId") ?? Marketplaces.India.Id,
            Lines = json.Items("orderItems").Count,
            Body = new RawOrderBody(JsonMarshal.GetRawUtf8Value(json).ToArray()),
            Previous = previous is null ? null : previous.WithoutHistory(),
        };
    }

    public JsonElement ToJson()
    {
        var json = new ArrayBufferWriter<byte>(4096);
        Body.WriteJson(json);
        using var document = JsonDocument.Parse(json.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>The next version of this order.</summary>
    /// <param name="changes">A merge patch; it decides the last update as well.</param>
    public OrderEntry With(JsonObject changes) =>
        FromJson(MergePatch.Apply(ToJson(), JsonText.ToElement(changes)), LastUpdated, this);

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

    private static DateTimeOffset? Time(JsonElement parent, string name) =>
        Iso8601.TryParse(parent.Text(name), out var time) ? time : null;
}
