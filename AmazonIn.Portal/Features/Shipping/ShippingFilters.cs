using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>What the addresses of the lists of packages and shipments ask of the ports.</summary>
internal static class ShippingFilters
{
    /// <summary>A package's stage or a shipment's state.</summary>
    public const string StateKey = "state";

    public static PackageFilter Packages(ListQuery query) => new(
        query.Search.Length > 0 ? query.Search : null,
        query.Id(ItemFilters.ChannelKey),
        query.Choice<PackageStage>(StateKey));

    public static ShipmentFilter Shipments(ListQuery query) => new(
        query.Search.Length > 0 ? query.Search : null,
        query.Id(ItemFilters.ChannelKey),
        query.Choice<ConfirmationState>(StateKey));
}
