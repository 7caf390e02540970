using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Customers;

/// <summary>A buyer, as far as the portal may know one: no name, no address (U3). Those are in the vault, by order.</summary>
public sealed class Customer
{
    public const int NameMaxLength = 100;
    public const int BuyerKeyMaxLength = 80;

    /// <summary>Shown for the buyer of an order made by hand that names no customer.</summary>
    public const string WalkIn = "Walk-in customer";

    private Customer(string name, string buyerKey)
    {
        Name = name;
        BuyerKey = buyerKey;
    }

    public Customer(long channelId, string channelName, string buyerKey, DateTimeOffset firstOrderAt)
        : this(PlaceholderName(channelName), buyerKey)
    {
        ChannelId = channelId;
        FirstOrderAt = firstOrderAt;
        LastOrderAt = firstOrderAt;
    }

    public long Id { get; private set; }

    public long? ChannelId { get; private set; }

    /// <summary>Always the placeholder, such as <c>Amazon IN - Customer</c>.</summary>
    public string Name { get; private set; }

    /// <summary>
    /// Recognises a buyer's next order: a keyed hash of Amazon's relay address, or the order's own id for a guest.
    /// With the channel unique. Cleared when the buyer's last order expires.
    /// </summary>
    public string? BuyerKey { get; private set; }

    public GstTreatment GstTreatment { get; private set; }

    public GstState? PlaceOfSupply { get; private set; }

    public DateTimeOffset FirstOrderAt { get; private set; }

    public DateTimeOffset LastOrderAt { get; private set; }

    /// <summary>The name stored and shown in place of a buyer's: marketplace name, dash, Customer.</summary>
    public static string PlaceholderName(string marketplaceName) => $"{marketplaceName} - Customer";

    /// <summary>Takes treatment and place from an order, if it is the latest one known.</summary>
    public void Ordered(DateTimeOffset at, GstTreatment treatment, GstState? placeOfSupply)
    {
        FirstOrderAt = at < FirstOrderAt ? at : FirstOrderAt;
        if (at >= LastOrderAt)
        {
            LastOrderAt = at;
            GstTreatment = treatment;
            PlaceOfSupply = placeOfSupply;
        }
    }
}
