using System.Globalization;

namespace AmazonIn.Domain.Shipping;

/// <summary>What goes into one parcel of a sales order.</summary>
public sealed class Package
{
    private readonly List<PackageLine> _lines = [];

    private Package()
    {
    }

    /// <param name="reference">Position among the order's packages, from 1; never used again after a package is undone.</param>
    public Package(long salesOrderId, int reference, IEnumerable<PackageLine> lines, string packedBy, DateTimeOffset now)
    {
        SalesOrderId = salesOrderId;
        Reference = reference;
        PackedBy = packedBy;
        PackedAt = now;
        _lines.AddRange(lines);
    }

    public long Id { get; private set; }

    /// <summary>The number that people use, made from <see cref="Id"/>.</summary>
    public string Number => NumberOf(Id);

    public long SalesOrderId { get; private set; }

    /// <summary>Amazon's <c>packageReferenceId</c> for this package: the same one again edits it there.</summary>
    public int Reference { get; private set; }

    public string PackedBy { get; private set; } = string.Empty;

    public DateTimeOffset PackedAt { get; private set; }

    public Shipment? Shipment { get; private set; }

    /// <summary>Amazon Easy Ship collects it; null where it does not, or not yet.</summary>
    public Pickup? Pickup { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PackageLine> Lines => _lines;

    /// <summary>Whether the parcel has left.</summary>
    public bool IsOut => Shipment is { IsOut: true };

    /// <summary>The number shown for an id.</summary>
    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"PKG-{id:D5}");

    /// <summary>Amazon Easy Ship will collect the parcel; anew where Amazon withdrew its label.</summary>
    public void Collect(ParcelSize size, ScheduledPickup scheduled, string scheduledBy, DateTimeOffset now)
    {
        if (Pickup is { } canceled)
        {
            canceled.Schedule(size, scheduled, scheduledBy, now);
        }
        else
        {
            Pickup = new Pickup(size, scheduled, scheduledBy, now);
        }
    }

    /// <summary>The parcel leaves; one whose shipment was undone leaves again by that shipment.</summary>
    /// <param name="confirm">Amazon has to be told.</param>
    public void Ship(
        string carrierCode,
        string? carrierName,
        string trackingNumber,
        DateTimeOffset shippedAt,
        bool confirm,
        DateTimeOffset now)
    {
        if (Shipment is { } undone)
        {
            undone.Redo(carrierCode, carrierName, trackingNumber, shippedAt, confirm);
        }
        else
        {
            Shipment = new Shipment(carrierCode, carrierName, trackingNumber, shippedAt, confirm, now);
        }
    }
}
