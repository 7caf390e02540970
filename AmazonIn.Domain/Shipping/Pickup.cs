namespace AmazonIn.Domain.Shipping;

/// <summary>A package's pickup by Amazon Easy Ship: what we told Amazon of the parcel, and what Amazon last said of it.</summary>
public sealed class Pickup
{
    public const int AmazonIdMaxLength = 255;

    private Pickup()
    {
    }

    public Pickup(ParcelSize size, ScheduledPickup scheduled, string scheduledBy, DateTimeOffset now)
    {
        Schedule(size, scheduled, scheduledBy, now);
    }

    public long Id { get; private set; }

    public long PackageId { get; private set; }

    /// <summary>Amazon's id of the parcel.</summary>
    public string? AmazonPackageId { get; private set; }

    public string SlotId { get; private set; } = string.Empty;

    public DateTimeOffset? StartsAt { get; private set; }

    public DateTimeOffset? EndsAt { get; private set; }

    public HandoverMethod Method { get; private set; }

    public PickupState State { get; private set; }

    public string? TrackingId { get; private set; }

    public decimal LengthCm { get; private set; }

    public decimal WidthCm { get; private set; }

    public decimal HeightCm { get; private set; }

    public int WeightGrams { get; private set; }

    /// <summary>Who of us scheduled it.</summary>
    public string ScheduledBy { get; private set; } = string.Empty;

    public DateTimeOffset ScheduledAt { get; private set; }

    /// <summary>When Amazon was last asked.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public ParcelSize Size => new(LengthCm, WidthCm, HeightCm, WeightGrams);

    /// <summary>Whether Amazon expects or has the parcel.</summary>
    public bool IsActive => State != PickupState.Canceled;

    /// <summary>Whether Amazon's carrier has taken the parcel.</summary>
    public bool HasLeft => State is not (PickupState.Scheduled or PickupState.Canceled);

    /// <summary>Scheduled for the first time, or anew after Amazon withdrew its label.</summary>
    public void Schedule(ParcelSize size, ScheduledPickup scheduled, string scheduledBy, DateTimeOffset now)
    {
        (LengthCm, WidthCm, HeightCm, WeightGrams) = (size.LengthCm, size.WidthCm, size.HeightCm, size.WeightGrams);
        (ScheduledBy, ScheduledAt) = (scheduledBy, now);
        TrackingId = null;
        See(scheduled, now);
    }

    /// <summary>Amazon shows the parcel so. What it showed before it was last asked changes nothing.</summary>
    /// <param name="now">When Amazon was asked.</param>
    public void See(ScheduledPickup shown, DateTimeOffset now)
    {
        if (now < SeenAt)
        {
            return;
        }

        AmazonPackageId = shown.PackageId ?? AmazonPackageId;
        (SlotId, StartsAt, EndsAt, Method) = (shown.Slot.Id, shown.Slot.StartsAt, shown.Slot.EndsAt, shown.Slot.Method);
        State = shown.State;
        TrackingId = shown.TrackingId ?? TrackingId;
        SeenAt = now;
    }
}
