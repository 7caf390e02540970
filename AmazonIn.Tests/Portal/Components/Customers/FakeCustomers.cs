using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Portal.Components.Customers;

/// <summary>Gives what a test lays in, and keeps what it was asked for.</summary>
internal sealed class FakeCustomers : ICustomerQueries
{
    public List<CustomerRow> Rows { get; } = [];

    public List<CustomerFilter> Filters { get; } = [];

    public List<SortBy<CustomerSort>> Sorts { get; } = [];

    /// <summary>Thrown by every read while set.</summary>
    public Exception? Fault { get; set; }

    public static CustomerRow Row(
        long id = 8,
        GstTreatment treatment = GstTreatment.Consumer,
        string? state = "33",
        int orders = 1) => new(
            id, "Amazon IN - Customer", 1, "Amazon IN", treatment, GstState.Find(state), orders,
            new(2026, 10, 2, 6, 30, 0, TimeSpan.Zero), new(2026, 11, 22, 6, 30, 0, TimeSpan.Zero));

    public Task<PageOf<CustomerRow>> ListAsync(
        CustomerFilter filter,
        SortBy<CustomerSort> sort,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        Sorts.Add(sort);
        return Fault is null
            ? Task.FromResult(new PageOf<CustomerRow>(Rows, Rows.Count))
            : Task.FromException<PageOf<CustomerRow>>(Fault);
    }

    public Task<bool> ExistsAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Exists(row => row.Id == id));
}
