using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Stores;

public interface IWarehouseStore
{
    /// <summary>The primary warehouse; it exists since set-up.</summary>
    Task<Warehouse> GetPrimaryAsync(CancellationToken cancellationToken);

    Task<Warehouse?> FindAsync(long id, CancellationToken cancellationToken);

    Task<Warehouse?> FindByNameAsync(string name, CancellationToken cancellationToken);

    Task AddAsync(Warehouse warehouse, CancellationToken cancellationToken);
}
