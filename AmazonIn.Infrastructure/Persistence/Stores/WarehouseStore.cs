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
}
