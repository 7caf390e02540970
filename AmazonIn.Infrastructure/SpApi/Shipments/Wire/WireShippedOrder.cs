namespace AmazonIn.Infrastructure.SpApi.Shipments.Wire;

/// <summary>The packages of Amazon's <c>Order</c> (Orders API 2026-01-01). Everything may be missing.</summary>
internal sealed record WireShippedOrder
{
    public IReadOnlyList<WireShippedPackage?>? Packages { get; init; }
}

internal sealed record WireShippedPackage
{
    public string? PackageReferenceId { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    public IReadOnlyList<WireShippedItem?>? PackageItems { get; init; }
}

internal sealed record WireShippedItem
{
    public string? OrderItemId { get; init; }

    public int? Quantity { get; init; }
}
