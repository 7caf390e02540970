using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class CustomerQueries(Storage<PortalDbContext> storage) : ICustomerQueries
{
    public Task<PageOf<CustomerRow>> ListAsync(
        CustomerFilter filter,
        SortBy<CustomerSort> sort,
        PageRequest page,
        CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context.Customers, filter);
                var found = await wanted.Select(customer => customer.Id)
                    .ReadPageAsync(Sort(wanted, sort).Select(customer => customer.Id), page, token);
                return found.Of(await RowsAsync(context, found.Ids, token), row => row.Id);
            },
            cancellationToken);

    public Task<bool> ExistsAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (context, token) => context.Customers.AnyAsync(customer => customer.Id == id, token), cancellationToken);

    private static Task<List<CustomerRow>> RowsAsync(
        PortalDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken) => context.Customers
            .Where(customer => ids.Contains(customer.Id))
            .LeftJoin(
                context.Channels,
                customer => customer.ChannelId,
                channel => channel.Id,
                (customer, channel) => new CustomerRow(
                    customer.Id,
                    customer.Name,
                    customer.ChannelId,
                    channel == null ? null : channel.Name,
                    customer.GstTreatment,
                    customer.PlaceOfSupply,
                    context.SalesOrders.Count(order => order.CustomerId == customer.Id),
                    customer.FirstOrderAt,
                    customer.LastOrderAt))
            .ToListAsync(cancellationToken);

    private static IQueryable<Customer> Filter(IQueryable<Customer> customers, CustomerFilter filter)
    {
        if (filter.ChannelId is { } channelId)
        {
            customers = customers.Where(customer => customer.ChannelId == channelId);
        }

        if (filter.GstTreatment is { } treatment)
        {
            customers = customers.Where(customer => customer.GstTreatment == treatment);
        }

        if (filter.PlaceOfSupply is { } code)
        {
            customers = GstState.Find(code) is { } state
                ? customers.Where(customer => customer.PlaceOfSupply == state)
                : customers.Where(_ => false);
        }

        return customers;
    }

    private static IOrderedQueryable<Customer> Sort(IQueryable<Customer> customers, SortBy<CustomerSort> sort)
    {
        var sorted = sort.Key switch
        {
            CustomerSort.LastOrderAt => customers.SortBy(customer => customer.LastOrderAt, sort.Descending),
            CustomerSort.FirstOrderAt => customers.SortBy(customer => customer.FirstOrderAt, sort.Descending),
            CustomerSort.Id => customers.SortBy(customer => customer.Id, sort.Descending),
        };
        return sort.Key == CustomerSort.Id ? sorted : sorted.ThenBy(customer => customer.Id, sort.Descending);
    }
}
