using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AutoMapper;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class SalesOrderQueries(Storage<PortalDbContext> storage, IConfigurationProvider models)
    : ISalesOrderQueries
{
    public Task<PageOf<SalesOrderRow>> ListAsync(
        SalesOrderFilter filter,
        SortBy<SalesOrderSort> sort,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = await OrderMatching.FilterAsync(context, filter, token);
                var found = await wanted.Select(order => order.Id)
                    .ReadPageAsync(Sort(wanted, sort).Select(order => order.Id), page, token);
                return found.Of(await OrderRows.ReadAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public async Task<SalesOrderDetails?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await FindManyAsync([id], cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<SalesOrderDetails>> FindManyAsync(
        IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var details = new List<SalesOrderDetails>(ids.Count);
                foreach (var some in ids.Distinct().Chunk(Lists.Size))
                {
                    details.AddRange(await OrderDetails.ReadAsync(context, models, some, token));
                }

                return details.InOrderOf(ids, row => row.Order.Id);
            },
            cancellationToken);

    private static IOrderedQueryable<SalesOrder> Sort(IQueryable<SalesOrder> orders, SortBy<SalesOrderSort> sort)
    {
        var sorted = sort.Key switch
        {
            SalesOrderSort.OrderedAt => orders.SortBy(order => order.OrderedAt, sort.Descending),
            SalesOrderSort.UpdatedAt => orders.SortBy(order => order.UpdatedAt, sort.Descending),
            SalesOrderSort.Total => orders.SortByAmount(order => order.Total, sort.Descending),
            SalesOrderSort.Number => orders.SortBy(order => order.Id, sort.Descending),
            SalesOrderSort.ShipBy => orders.SortBy(order => order.ShipBy, sort.Descending),
        };
        return sort.Key == SalesOrderSort.Number ? sorted : sorted.ThenBy(order => order.Id, sort.Descending);
    }
}
