namespace AmazonIn.Domain.Ports.Queries;

public interface IWarehouseQueries
{
    /// <summary>All warehouses, the primary one first.</summary>
    Task<IReadOnlyList<WarehouseRow>> ListAsync(CancellationToken cancellationToken);
}
