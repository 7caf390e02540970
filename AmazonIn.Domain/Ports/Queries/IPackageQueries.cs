using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads of packages for screens and the REST API alike: no personal data, by type (X4).</summary>
public interface IPackageQueries
{
    Task<PageOf<PackageRow>> ListAsync(
        PackageFilter filter, SortBy<PackageSort> sort, PageRequest page, CancellationToken cancellationToken);

    Task<PackageRow?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>An order's packages and what is left to pack; null where there is no such order.</summary>
    Task<OrderShipping?> OfOrderAsync(long salesOrderId, CancellationToken cancellationToken);
}
