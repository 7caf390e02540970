namespace AmazonIn.Infrastructure.SpApi.EasyShip.Wire;

/// <summary>Amazon's <c>Package</c>, as far as it is used. Everything may be missing.</summary>
internal sealed record WireScheduledPackage
{
    public WireScheduledPackageId? ScheduledPackageId { get; init; }

    public WireTimeSlot? PackageTimeSlot { get; init; }

    public string? PackageStatus { get; init; }

    public WireTracking? TrackingDetails { get; init; }
}

internal sealed record WireTracking
{
    public string? TrackingId { get; init; }
}

/// <summary>Amazon's <c>Packages</c>, the answer to a rescheduling.</summary>
internal sealed record WireScheduledPackages
{
    public IReadOnlyList<WireScheduledPackage?>? Packages { get; init; }
}
