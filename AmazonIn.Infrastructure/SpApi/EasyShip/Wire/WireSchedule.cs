namespace AmazonIn.Infrastructure.SpApi.EasyShip.Wire;

/// <summary>Amazon's <c>CreateScheduledPackageRequest</c>.</summary>
internal sealed record WireSchedule(string AmazonOrderId, string MarketplaceId, WirePackageDetails PackageDetails);

/// <param name="PackageIdentifier">Printed on the label.</param>
internal sealed record WirePackageDetails(
    IReadOnlyList<WirePackageItem> PackageItems, WireTimeSlot PackageTimeSlot, string PackageIdentifier);

internal sealed record WirePackageItem(string OrderItemId);

/// <summary>Amazon's <c>UpdateScheduledPackagesRequest</c>.</summary>
internal sealed record WireReschedule(string MarketplaceId, IReadOnlyList<WireMove> UpdatePackageDetailsList);

internal sealed record WireMove(WireScheduledPackageId ScheduledPackageId, WireTimeSlot PackageTimeSlot);

internal sealed record WireScheduledPackageId(string AmazonOrderId, string? PackageId);
