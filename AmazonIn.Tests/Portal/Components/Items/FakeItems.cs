using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Tests.Portal.Components.Items;

/// <summary>Gives what a test lays in, and keeps what it was asked for.</summary>
internal sealed class FakeItems : IItemQueries
{
    public List<ItemRow> Rows { get; } = [];

    public Dictionary<long, ItemDetails> Details { get; } = [];

    public List<ItemFilter> Filters { get; } = [];

    public List<SortBy<ItemSort>> Sorts { get; } = [];

    public List<PageRequest> Pages { get; } = [];

    /// <summary>Thrown by every read while set.</summary>
    public Exception? Fault { get; set; }

    public Task<PageOf<ItemRow>> ListAsync(
        ItemFilter filter,
        SortBy<ItemSort> sort,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        Sorts.Add(sort);
        Pages.Add(page);
        return Fault is null
            ? Task.FromResult(new PageOf<ItemRow>(Rows, Rows.Count))
            : Task.FromException<PageOf<ItemRow>>(Fault);
    }

    public Task<ItemRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Find(row => row.Id == id));

    public Task<ItemDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult(Details.GetValueOrDefault(id))
        : Task.FromException<ItemDetails?>(Fault);
}
