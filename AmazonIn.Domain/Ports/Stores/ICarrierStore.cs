using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The carriers that the seller works with. There are few, so they are read whole.</summary>
public interface ICarrierStore
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<Carrier>> ListAsync(CancellationToken cancellationToken);

    /// <exception cref="ConcurrentChangeException">There is one of that name by now.</exception>
    Task AddAsync(Carrier carrier, CancellationToken cancellationToken);

    /// <exception cref="ConcurrentChangeException">Somebody else changed or removed it, or took its name.</exception>
    Task SaveAsync(Carrier carrier, CancellationToken cancellationToken);

    /// <summary>Removes it. Shipments keep the code they were sent with. Safe where it is gone already.</summary>
    Task RemoveAsync(long id, CancellationToken cancellationToken);
}
