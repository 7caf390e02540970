using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A pickup by Amazon Easy Ship as screens show it. Carries no personal data.</summary>
/// <param name="SeenAt">When Amazon was last asked.</param>
public sealed record PickupRow(
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    HandoverMethod Method,
    PickupState State,
    string? TrackingId,
    ParcelSize Size,
    DateTimeOffset SeenAt)
{
    public static PickupRow? Of(Pickup? pickup) => pickup is null
        ? null
        : new PickupRow(
            pickup.StartsAt, pickup.EndsAt, pickup.Method, pickup.State, pickup.TrackingId, pickup.Size, pickup.SeenAt);
}
