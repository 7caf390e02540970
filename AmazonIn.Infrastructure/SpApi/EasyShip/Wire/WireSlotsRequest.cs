namespace AmazonIn.Infrastructure.SpApi.EasyShip.Wire;

/// <summary>Amazon's <c>ListHandoverSlotsRequest</c> (Easy Ship 2022-03-23).</summary>
internal sealed record WireSlotsRequest(
    string MarketplaceId, string AmazonOrderId, WireDimensions PackageDimensions, WireWeight PackageWeight);

/// <param name="Unit">Only <c>cm</c>.</param>
internal sealed record WireDimensions(decimal Length, decimal Width, decimal Height, string Unit = "cm");

/// <param name="Unit">Only <c>g</c> or <c>grams</c>.</param>
internal sealed record WireWeight(int Value, string Unit = "g");

/// <summary>Amazon's <c>ListHandoverSlotsResponse</c>.</summary>
internal sealed record WireSlots
{
    public IReadOnlyList<WireTimeSlot?>? TimeSlots { get; init; }
}
