using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

/// <summary>Gives what a test lays in, and keeps what it was asked for.</summary>
internal sealed class FakeSalesOrders : ISalesOrderQueries
{
    public List<SalesOrderDetails> Orders { get; } = [];

    public List<SalesOrderFilter> Filters { get; } = [];

    public List<SortBy<SalesOrderSort>> Sorts { get; } = [];

    /// <summary>Thrown by every read while set.</summary>
    public Exception? Fault { get; set; }

    public Task<PageOf<SalesOrderRow>> ListAsync(
        SalesOrderFilter filter,
        SortBy<SalesOrderSort> sort,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        Sorts.Add(sort);
        return Fault is null
            ? Task.FromResult(new PageOf<SalesOrderRow>([.. Orders.Select(order => order.Order)], Orders.Count))
            : Task.FromException<PageOf<SalesOrderRow>>(Fault);
    }

    public Task<SalesOrderDetails?> FindAsync(long id, CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult(Orders.Find(order => order.Order.Id == id))
        : Task.FromException<SalesOrderDetails?>(Fault);

    public Task<IReadOnlyList<SalesOrderDetails>> FindManyAsync(
        IReadOnlyCollection<long> ids,
        CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SalesOrderDetails>>([.. Orders.Where(order => ids.Contains(order.Order.Id))]);
}
