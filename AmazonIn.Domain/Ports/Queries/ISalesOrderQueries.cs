using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads of sales orders for screens and the REST API alike: no personal data, by type (X4).</summary>
public interface ISalesOrderQueries
{
    Task<PageOf<SalesOrderRow>> ListAsync(
        SalesOrderFilter filter,
        SortBy<SalesOrderSort> sort,
        PageRequest page,
        CancellationToken cancellationToken);

    Task<SalesOrderDetails?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The details of several orders, for a page of the REST list, in the order of the ids.</summary>
    Task<IReadOnlyList<SalesOrderDetails>> FindManyAsync(
        IReadOnlyCollection<long> ids,
        CancellationToken cancellationToken);
}
