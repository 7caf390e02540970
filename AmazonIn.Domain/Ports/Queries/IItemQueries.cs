using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

public interface IItemQueries
{
    Task<PageOf<ItemRow>> ListAsync(
        ItemFilter filter,
        SortBy<ItemSort> sort,
        PageRequest page,
        CancellationToken cancellationToken);

    Task<ItemRow?> FindAsync(long id, CancellationToken cancellationToken);

    Task<ItemDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken);
}
