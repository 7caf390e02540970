using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

public interface IItemGroupQueries
{
    Task<PageOf<ItemGroupRow>> ListAsync(
        ItemGroupFilter filter,
        SortBy<ItemGroupSort> sort,
        PageRequest page,
        CancellationToken cancellationToken);

    Task<ItemGroupRow?> FindAsync(long id, CancellationToken cancellationToken);
}
