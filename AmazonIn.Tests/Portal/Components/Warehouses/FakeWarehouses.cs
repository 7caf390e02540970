using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Components.Warehouses;

/// <summary>Warehouses in memory: what is added is listed next.</summary>
internal sealed class FakeWarehouses : IWarehouseQueries, IWarehouseStore
{
    private readonly List<Warehouse> all = [];

    public FakeWarehouses() => Add(new Warehouse("Bengaluru", isPrimary: true, default));

    /// <summary>Thrown by every call while set.</summary>
    public Exception? Fault { get; set; }

    public Task<IReadOnlyList<WarehouseRow>> ListAsync(CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult<IReadOnlyList<WarehouseRow>>(
            [.. all.Select(warehouse => new WarehouseRow(
                warehouse.Id, warehouse.Name, warehouse.IsPrimary, warehouse.IsPrimary ? 1204 : 0,
                warehouse.IsPrimary ? 8120 : 0, warehouse.IsPrimary ? 77 : 0))])
        : Task.FromException<IReadOnlyList<WarehouseRow>>(Fault);

    public Task<Warehouse> GetPrimaryAsync(CancellationToken cancellationToken) => Task.FromResult(all[0]);

    public Task<Warehouse?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(all.Find(warehouse => warehouse.Id == id));

    Task<IReadOnlyList<Warehouse>> IWarehouseStore.ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Warehouse>>(all);

    public Task SaveAsync(Warehouse warehouse, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> MakePrimaryAsync(long id, CancellationToken cancellationToken)
    {
        if (all.Find(warehouse => warehouse.Id == id) is null)
        {
            return Task.FromResult(false);
        }

        foreach (var warehouse in all)
        {
            typeof(Warehouse).GetProperty(nameof(Warehouse.IsPrimary))!.SetValue(warehouse, warehouse.Id == id);
        }

        return Task.FromResult(true);
    }

    public Task<Warehouse?> FindByNameAsync(string name, CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult(all.Find(warehouse => warehouse.Name == name))
        : Task.FromException<Warehouse?>(Fault);

    public Task AddAsync(Warehouse warehouse, CancellationToken cancellationToken)
    {
        Add(warehouse);
        return Task.CompletedTask;
    }

    private void Add(Warehouse warehouse)
    {
        Identity.Assign(warehouse, all.Count + 1);
        all.Add(warehouse);
    }
}
