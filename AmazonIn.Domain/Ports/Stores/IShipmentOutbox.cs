using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// What Amazon has still to hear of shipments. The shipment's own row is the outbox: it is written in the transaction
/// of the shipment, so that nothing is sent that was not saved and nothing saved is forgotten.
/// </summary>
public interface IShipmentOutbox
{
    /// <summary>Shipments of the channel that are to be sent now, oldest first.</summary>
    Task<IReadOnlyList<long>> DueAsync(long channelId, DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>Shipments of the channel that are to be read back now, oldest first.</summary>
    Task<IReadOnlyList<long>> ToReadBackAsync(
        long channelId, DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that a call begins, so that the package is not taken apart while Amazon may know it.
    /// </summary>
    /// <returns>What to tell; null where it is not due any more.</returns>
    Task<OutgoingShipment?> BeginAsync(long shipmentId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What to compare with; null where it is not to be read back any more.</summary>
    Task<OutgoingShipment?> FindAsync(long shipmentId, CancellationToken cancellationToken);

    /// <summary>
    /// Changes the shipment in a transaction of its own, on the state of that moment. Nothing where it is gone.
    /// </summary>
    Task RecordAsync(long shipmentId, Action<Shipment> change, CancellationToken cancellationToken);
}
