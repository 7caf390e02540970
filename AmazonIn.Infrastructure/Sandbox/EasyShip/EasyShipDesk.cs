using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>A seller's scheduled parcels, and what the order book already shows of them.</summary>
internal sealed class EasyShipDesk
{
    private readonly ConcurrentDictionary<string, ScheduledParcel> parcels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> shown = new(StringComparer.Ordinal);

    public ScheduledParcel? Find(string orderId) => parcels.GetValueOrDefault(orderId);

    /// <summary>False where the order has one already.</summary>
    public bool TryAdd(ScheduledParcel parcel) => parcels.TryAdd(parcel.OrderId, parcel);

    public void Replace(ScheduledParcel parcel) => parcels[parcel.OrderId] = parcel;

    /// <summary>Brings the order book up to date with where the parcels are by now.</summary>
    public void Settle(SellerAccount seller, DateTimeOffset now)
    {
        foreach (var parcel in parcels.Values)
        {
            var status = parcel.StatusAt(now);
            if (shown.GetValueOrDefault(parcel.OrderId) != status)
            {
                shown[parcel.OrderId] = status;
                seller.Orders.Update(parcel.OrderId, order => EasyShipBooking.Show(order, parcel, now));
            }
        }
    }
}
