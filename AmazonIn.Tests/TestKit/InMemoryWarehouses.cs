using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.TestKit;

/// <summary>Warehouses by name, numbered from 1; the first is the primary one.</summary>
internal class InMemoryWarehouses : IWarehouseStore
{
    private readonly List<Warehouse> _warehouses = [];

    protected IReadOnlyList<Warehouse> All => _warehouses;

    public InMemoryWarehouses(params string[] names)
    {
        foreach (var name in names)
        {
            Add(new Warehouse(name, _warehouses.Count == 0, default));
        }
    }

    public Task<Warehouse> GetPrimaryAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_warehouses.Single(warehouse => warehouse.IsPrimary));

    public Task<Warehouse?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(_warehouses.Find(warehouse => warehouse.Id == id));

    public Task<IReadOnlyList<Warehouse>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Warehouse>>([.. _warehouses.OrderByDescending(warehouse => warehouse.IsPrimary)]);

    public Task SaveAsync(Warehouse warehouse, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> MakePrimaryAsync(long id, CancellationToken cancellationToken)
    {
        if (_warehouses.Find(warehouse => warehouse.Id == id) is null)
        {
            return Task.FromResult(false);
        }

        foreach (var warehouse in _warehouses)
        {
            typeof(Warehouse).GetProperty(nameof(Warehouse.IsPrimary))!.SetValue(warehouse, warehouse.Id == id);
        }

        return Task.FromResult(true);
    }

    public virtual Task<Warehouse?> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_warehouses.Find(warehouse => warehouse.Name == name));

    public Task AddAsync(Warehouse warehouse, CancellationToken cancellationToken)
    {
        Add(warehouse);
        return Task.CompletedTask;
    }

    private void Add(Warehouse warehouse)
    {
        Identity.Assign(warehouse, _warehouses.Count + 1);
        _warehouses.Add(warehouse);
    }
}
