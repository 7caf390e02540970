using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>One sales order at a time, for what people do with it. Imports go by <see cref="IOrderImportStore"/>.</summary>
public interface IOrderStore
{
    Task<OrderFile?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The order that a package belongs to.</summary>
    Task<OrderFile?> FindByPackageAsync(long packageId, CancellationToken cancellationToken);

    /// <summary>
    /// Adds an order made by hand, settles its stock and marks what has to be pushed, in one transaction. Afterwards it
    /// has its id.
    /// </summary>
    Task AddAsync(SalesOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Saves the order, its lines and new comments, and the packages as they are now (one that is no longer named is
    /// removed); settles its stock and marks what has to be pushed. One transaction.
    /// </summary>
    /// <exception cref="ConcurrentChangeException">Somebody else changed the order since it was read.</exception>
    Task SaveAsync(SalesOrder order, IReadOnlyList<Package> packages, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a package's pickup in a transaction of its own, on the state of that moment; the order stays as it is and
    /// nobody is told. Nothing where there is no pickup.
    /// </summary>
    Task RecordPickupAsync(long packageId, Action<Pickup> change, CancellationToken cancellationToken);
}
