namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>A parcel that left.</summary>
/// <param name="OrderId">The marketplace's.</param>
/// <param name="Reference">1 or more; names the package within its order for good.</param>
/// <param name="CarrierCode">Of the marketplace's list, case and all.</param>
/// <param name="CarrierName">Where the code is <c>Other</c>.</param>
/// <param name="Units">Units by the marketplace's order item id.</param>
public sealed record PackageConfirmation(
    string OrderId,
    int Reference,
    string CarrierCode,
    string? CarrierName,
    string TrackingNumber,
    DateTimeOffset ShippedAt,
    IReadOnlyDictionary<string, int> Units);
