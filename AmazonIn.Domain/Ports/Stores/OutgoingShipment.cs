using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A shipment as it goes out.</summary>
/// <param name="Change">Which change of the shipment this is; an answer counts for it alone.</param>
/// <param name="Attempts">Tries without an answer so far.</param>
/// <param name="ReadBacks">How often it was read back.</param>
/// <param name="First">Whether Amazon was never told of the package before.</param>
public sealed record OutgoingShipment(
    long ShipmentId, int Change, int Attempts, int ReadBacks, bool First, PackageConfirmation Package);
