using AmazonIn.Domain.Common;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>
/// Parcels that the marketplace's own carrier collects. What the marketplace says no to is an <see cref="Error"/> in
/// words; everything else is one of the <see cref="MarketplaceException"/>s.
/// </summary>
public interface IMarketplaceEasyShip
{
    /// <summary>When a parcel of that size could be collected, earliest first.</summary>
    Task<Result<IReadOnlyList<PickupSlot>>> ListSlotsAsync(
        ChannelConnection channel, string orderId, ParcelSize size, CancellationToken cancellationToken);

    /// <summary>
    /// Books a slot. An order that is scheduled already stays as it is and is handed back, so that a call whose answer
    /// was lost may be repeated.
    /// </summary>
    Task<Result<ScheduledPickup>> ScheduleAsync(
        ChannelConnection channel, PickupBooking booking, CancellationToken cancellationToken);

    /// <summary>Moves a scheduled parcel to another slot.</summary>
    /// <param name="packageId">The marketplace's.</param>
    Task<Result<ScheduledPickup>> RescheduleAsync(
        ChannelConnection channel, string orderId, string? packageId, PickupSlot slot, CancellationToken cancellationToken);

    /// <summary>The order's parcel as the marketplace shows it now.</summary>
    Task<Result<ScheduledPickup>> ReadAsync(ChannelConnection channel, string orderId, CancellationToken cancellationToken);

    /// <summary>A paper of a scheduled parcel as PDF, freshly made. Personal data: to be passed on, never kept.</summary>
    /// <remarks>The marketplace takes from seconds to minutes to make it.</remarks>
    Task<Result<byte[]>> MakeDocumentAsync(
        ChannelConnection channel, string orderId, EasyShipDocument document, CancellationToken cancellationToken);
}
