using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>One thing that a seller pushed: a quantity, another listing change, or a shipment.</summary>
internal sealed record ReceivedPush
{
    public const string Stock = "stock";
    public const string Listing = "listing";
    public const string Shipment = "shipment";

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string SellerId { get; init; }

    public string? Sku { get; init; }

    public string? OrderId { get; init; }

    /// <summary>The quantity pushed for the SKU, or the number of units in the package.</summary>
    public int? Quantity { get; init; }

    public string? ChannelCode { get; init; }

    public string? PackageReferenceId { get; init; }

    public string? FeedId { get; init; }

    public int? MessageId { get; init; }

    /// <summary>ACCEPTED, INVALID or REFUSED; QUEUED for a message whose feed has not been processed yet.</summary>
    public required string Status { get; set; }

    public required JsonElement Body { get; init; }
}
