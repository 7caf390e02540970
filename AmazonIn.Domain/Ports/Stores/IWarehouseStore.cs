using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Stores;

public interface IWarehouseStore
{
    /// <summary>The primary warehouse; it exists since set-up.</summary>
    Task<Warehouse> GetPrimaryAsync(CancellationToken cancellationToken);

    Task<Warehouse?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>All warehouses, the primary one first; there are few.</summary>
    Task<IReadOnlyList<Warehouse>> ListAsync(CancellationToken cancellationToken);

    Task<Warehouse?> FindByNameAsync(string name, CancellationToken cancellationToken);

    Task AddAsync(Warehouse warehouse, CancellationToken cancellationToken);

    /// <exception cref="ConcurrentChangeException">Somebody else changed it since it was read, or took the name.</exception>
    Task SaveAsync(Warehouse warehouse, CancellationToken cancellationToken);

    /// <summary>Makes the warehouse the primary one instead of the one that is, in one transaction.</summary>
    /// <returns>False where it does not exist; then nothing has changed.</returns>
    Task<bool> MakePrimaryAsync(long id, CancellationToken cancellationToken);
}
