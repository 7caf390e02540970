using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Domain.Orders;

/// <summary>
/// A hash over everything in an answer that is not personal, so that a replay is told from an update at the same
/// time stamp. Personal data stays out: a hash of a phone number can be guessed.
/// </summary>
public static class OrderFingerprint
{
    /// <summary>Characters in a fingerprint.</summary>
    public const int Length = 32;

    public static string Of(MarketplaceOrder order)
    {
        var text = new StringBuilder(512);
        var culture = CultureInfo.InvariantCulture;
        text.Append(
            culture,
            $"{order.StatusText ?? order.Status.ToString()}|{order.FulfilledBy}|{order.EasyShip}|{order.Prime}|{order.Business}|");
        text.Append(
            culture,
            $"{order.ReplacesOrderId}|{order.ShipToState}|{order.ShipToCountry}|{order.PaymentMethod}|{order.Currency}|");
        text.Append(
            culture,
            $"{order.GrandTotal}|{order.OrderCharges}|{order.ShipBy:O}|{order.ShippedAt:O}|{order.CancelRequestedByBuyer}");
        foreach (var line in order.Lines)
        {
            text.Append(
                culture,
                $"\n{line.OrderItemId}|{line.Sku}|{line.Title}|{line.Quantity}|{line.QuantityFulfilled}|{line.UnitPrice}|");
            text.Append(
                culture,
                $"{line.ItemAmount}|{line.Shipping}|{line.GiftWrap}|{line.OtherCharges}|{line.Discount}|{line.Tax}|{line.Total}");
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, Length / 2));
    }
}
