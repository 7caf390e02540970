using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Components.Warehouses;

/// <summary>Warehouses in memory: what is added is listed next.</summary>
internal sealed class FakeWarehouses() : InMemoryWarehouses("Bengaluru"), IWarehouseQueries
{
    /// <summary>Thrown by every look while set.</summary>
    public Exception? Fault { get; set; }

    Task<IReadOnlyList<WarehouseRow>> IWarehouseQueries.ListAsync(CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult<IReadOnlyList<WarehouseRow>>(
            [.. All.Select(warehouse => new WarehouseRow(
                warehouse.Id, warehouse.Name, warehouse.IsPrimary, warehouse.IsPrimary ? 1204 : 0,
                warehouse.IsPrimary ? 8120 : 0, warehouse.IsPrimary ? 77 : 0))])
        : Task.FromException<IReadOnlyList<WarehouseRow>>(Fault);

    public override Task<Warehouse?> FindByNameAsync(string name, CancellationToken cancellationToken) => Fault is null
        ? base.FindByNameAsync(name, cancellationToken)
        : Task.FromException<Warehouse?>(Fault);
}
