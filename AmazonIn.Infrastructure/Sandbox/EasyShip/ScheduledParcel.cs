using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>A scheduled parcel. Where it is follows from the clock: nothing runs meanwhile.</summary>
internal sealed record ScheduledParcel
{
    // After the end of the slot, as parcels within India go.
    private static readonly (TimeSpan After, string Status, string Detailed)[] Journey =
    [
        (TimeSpan.FromHours(54), "Delivered", "DELIVERED"),
        (TimeSpan.FromHours(44), "OutForDelivery", "OUT_FOR_DELIVERY"),
        (TimeSpan.FromHours(28), "AtDestinationFC", "AT_DESTINATION_FC"),
        (TimeSpan.FromHours(4), "AtOriginFC", "AT_ORIGIN_FC"),
        (TimeSpan.Zero, "PickedUp", "PICKED_UP"),
    ];

    public required string OrderId { get; init; }

    public required string PackageId { get; init; }

    public required string TrackingId { get; init; }

    public required Slot Slot { get; init; }

    public string? Identifier { get; init; }

    /// <summary>When Amazon made the invoice.</summary>
    public required DateTimeOffset Scheduled { get; init; }

    public string InvoiceNumber => $"IN-{TrackingId[^6..]}";

    public bool HasLeftAt(DateTimeOffset now) => now >= Slot.End;

    public string StatusAt(DateTimeOffset now) => PlaceAt(now)?.Status ?? "ReadyForPickup";

    /// <summary>The <c>detailedStatus</c> of the order's package.</summary>
    public string DetailedStatusAt(DateTimeOffset now) => PlaceAt(now)?.Detailed ?? "PENDING_PICK_UP";

    public void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteStartObject("scheduledPackageId");
        json.WriteString("amazonOrderId", OrderId);
        json.WriteString("packageId", PackageId);
        json.WriteEndObject();
        Slot.Measures.Write(json);
        json.WritePropertyName("packageTimeSlot");
        Slot.Write(json);
        json.WriteTextIfAny("packageIdentifier", Identifier);
        json.WriteStartObject("invoice");
        json.WriteString("invoiceNumber", InvoiceNumber);
        Iso8601.Write(json, "invoiceDate", Scheduled);
        json.WriteEndObject();
        json.WriteString("packageStatus", StatusAt(now));
        json.WriteStartObject("trackingDetails");
        json.WriteString("trackingId", TrackingId);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private (TimeSpan After, string Status, string Detailed)? PlaceAt(DateTimeOffset now)
    {
        foreach (var place in Journey)
        {
            if (now >= Slot.End + place.After)
            {
                return place;
            }
        }

        return null;
    }
}
