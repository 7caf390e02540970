using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class WarehouseStore(Storage<PortalDbContext> storage) : IWarehouseStore
{
    public Task<Warehouse> GetPrimaryAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Warehouses.SingleAsync(warehouse => warehouse.IsPrimary, token), cancellationToken);

    public Task<Warehouse?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Warehouses.FirstOrDefaultAsync(warehouse => warehouse.Id == id, token), cancellationToken);

    public async Task<IReadOnlyList<Warehouse>> ListAsync(CancellationToken cancellationToken) => await storage.ReadAsync(
        (db, token) => db.Warehouses
            .OrderByDescending(warehouse => warehouse.IsPrimary)
            .ThenBy(warehouse => warehouse.Name)
            .ToListAsync(token),
        cancellationToken);

    // Compared here, because the providers differ in what they take for the same letter; warehouses are few.
    public async Task<Warehouse?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var warehouses = await storage.ReadAsync((db, token) => db.Warehouses.ToListAsync(token), cancellationToken);
        return warehouses.Find(warehouse => string.Equals(warehouse.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    public Task AddAsync(Warehouse warehouse, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Add(warehouse);
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    public Task SaveAsync(Warehouse warehouse, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Update(warehouse);
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    // The old one steps down first, since there may be one at most.
    public Task<bool> MakePrimaryAsync(long id, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            if (!await db.Warehouses.AnyAsync(warehouse => warehouse.Id == id, token))
            {
                return false;
            }

            await SetPrimaryAsync(db.Warehouses.Where(warehouse => warehouse.IsPrimary && warehouse.Id != id), false, token);
            await SetPrimaryAsync(db.Warehouses.Where(warehouse => warehouse.Id == id), true, token);
            return true;
        },
        cancellationToken);

    private static Task<int> SetPrimaryAsync(
        IQueryable<Warehouse> warehouses, bool primary, CancellationToken cancellationToken) =>
        warehouses.ExecuteUpdateAsync(
            set => set.SetProperty(warehouse => warehouse.IsPrimary, primary)
                .SetProperty(warehouse => warehouse.Version, warehouse => warehouse.Version + 1),
            cancellationToken);
}
