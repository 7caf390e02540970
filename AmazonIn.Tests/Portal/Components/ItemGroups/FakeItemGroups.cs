using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Tests.Portal.Components.ItemGroups;

/// <summary>Gives what a test lays in, and keeps what it was asked for.</summary>
internal sealed class FakeItemGroups : IItemGroupQueries
{
    public List<ItemGroupRow> Rows { get; } = [];

    public List<ItemGroupFilter> Filters { get; } = [];

    public List<SortBy<ItemGroupSort>> Sorts { get; } = [];

    /// <summary>Thrown by every read while set.</summary>
    public Exception? Fault { get; set; }

    public static ItemGroupRow Row(long id = 5, string title = "Cotton kurta", params string[] attributes) => new(
        id, 1, "Amazon IN", "KURTA-PARENT", title, attributes, 12, 84, new(2026, 11, 22, 6, 30, 0, TimeSpan.Zero));

    public Task<PageOf<ItemGroupRow>> ListAsync(
        ItemGroupFilter filter,
        SortBy<ItemGroupSort> sort,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        Sorts.Add(sort);
        return Fault is null
            ? Task.FromResult(new PageOf<ItemGroupRow>(Rows, Rows.Count))
            : Task.FromException<PageOf<ItemGroupRow>>(Fault);
    }

    public Task<ItemGroupRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Find(row => row.Id == id));
}
