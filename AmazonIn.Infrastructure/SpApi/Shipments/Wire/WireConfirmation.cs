namespace AmazonIn.Infrastructure.SpApi.Shipments.Wire;

/// <summary>Amazon's <c>ConfirmShipmentRequest</c> (Orders API v0). A collection method of cash is for Japan only.</summary>
internal sealed record WireConfirmation(WirePackageDetail PackageDetail, string MarketplaceId);

/// <param name="PackageReferenceId">A number in a text; a bare number is refused since January 2026.</param>
/// <param name="ShipDate">UTC with milliseconds.</param>
internal sealed record WirePackageDetail(
    string PackageReferenceId,
    string CarrierCode,
    string? CarrierName,
    string TrackingNumber,
    string ShipDate,
    IReadOnlyList<WireConfirmedItem> OrderItems);

internal sealed record WireConfirmedItem(string OrderItemId, int Quantity);
