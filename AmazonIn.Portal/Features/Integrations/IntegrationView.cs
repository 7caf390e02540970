using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Everything on the integration page.</summary>
/// <param name="PrimaryWarehouse">Name of the primary warehouse; null where there is none yet.</param>
/// <param name="Stock">Quantities on their way to Amazon; null where the channel is gone.</param>
/// <param name="Shipments">Shipments on their way to Amazon.</param>
/// <param name="Resting">What waits while the channel rests; null while it works.</param>
public sealed record IntegrationView(
    ChannelDetails Details,
    Organisation? Organisation,
    string? PrimaryWarehouse,
    StockPushStatus? Stock,
    ShipmentStatus Shipments,
    ChannelLifePreview? Resting = null);
