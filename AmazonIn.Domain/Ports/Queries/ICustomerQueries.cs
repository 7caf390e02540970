using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

public interface ICustomerQueries
{
    Task<PageOf<CustomerRow>> ListAsync(
        CustomerFilter filter,
        SortBy<CustomerSort> sort,
        PageRequest page,
        CancellationToken cancellationToken);

    Task<bool> ExistsAsync(long id, CancellationToken cancellationToken);
}
