namespace AmazonIn.Domain.Shipping;

/// <summary>A time in which Amazon's carrier takes a parcel. Slots go: they are asked for when they are needed.</summary>
/// <param name="Id">Amazon's.</param>
/// <param name="StartsAt">Null where Amazon does not say.</param>
public sealed record PickupSlot(string Id, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, HandoverMethod Method);
