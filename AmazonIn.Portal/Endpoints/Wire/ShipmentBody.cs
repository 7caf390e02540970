namespace AmazonIn.Portal.Endpoints.Wire;

/// <param name="Carrier">The name of a carrier in the portal's table, or one of Amazon's codes.</param>
/// <param name="CarrierName">Needed where the code is <c>Other</c>.</param>
internal sealed record ShipmentBody(string? Carrier, string? TrackingNumber, DateTimeOffset? ShippedAt, string? CarrierName = null);
