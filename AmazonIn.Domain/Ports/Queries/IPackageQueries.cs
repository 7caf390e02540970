using AmazonIn.Domain.Common;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads of packages for screens and the REST API alike: no personal data, by type (X4).</summary>
public interface IPackageQueries
{
    Task<PageOf<PackageRow>> ListAsync(
        PackageFilter filter, SortBy<PackageSort> sort, PageRequest page, CancellationToken cancellationToken);

    Task<PackageRow?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Several packages, in the order of the ids; one that does not exist is left out.</summary>
    Task<IReadOnlyList<PackageRow>> FindManyAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);

    /// <summary>The size that was told of the last parcel for a pickup; null before the first.</summary>
    Task<ParcelSize?> LastSizeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Packages of active channels that Amazon has still to collect, those it was asked of longest ago first: the pickup is
    /// scheduled at or after the given time and not canceled, and no shipment came of it.
    /// </summary>
    Task<IReadOnlyList<AwaitedPickup>> AwaitedPickupsAsync(
        DateTimeOffset scheduledFrom, CancellationToken cancellationToken);

    /// <summary>An order's packages and what is left to pack; null where there is no such order.</summary>
    Task<OrderShipping?> OfOrderAsync(long salesOrderId, CancellationToken cancellationToken);
}
