namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>How a parcel leaves.</summary>
/// <param name="Carrier">The name of a carrier in our table, or one of Amazon's codes.</param>
/// <param name="CarrierName">The carrier's name where the code is <c>Other</c>.</param>
/// <param name="TrackingNumber">As pasted; blanks are taken out.</param>
/// <param name="ShippedAt">When it was handed over.</param>
public sealed record ShipmentRequest(string Carrier, string? CarrierName, string TrackingNumber, DateTimeOffset ShippedAt);
