namespace AmazonIn.Domain.Catalog;

/// <summary>An item as one channel offers it, keyed by channel and seller SKU (I1).</summary>
public sealed class Listing
{
    public const int ChannelCodeMaxLength = 40;
    public const int ReasonMaxLength = 1000;

    public Listing(long channelId, string sku)
    {
        ChannelId = channelId;
        Sku = sku;
        Title = sku;
    }

    public long Id { get; private set; }

    public long ChannelId { get; private set; }

    public string Sku { get; private set; }

    public string? Asin { get; private set; }

    public string Title { get; private set; }

    /// <summary>The item it belongs to; null while unlinked.</summary>
    public long? ItemId { get; private set; }

    public ListingLink Link { get; private set; }

    public ListingState State { get; private set; }

    public FulfilledBy FulfilledBy { get; private set; }

    /// <summary>Amazon's fulfilment channel code; <c>DEFAULT</c> is the merchant, anything else is Amazon's.</summary>
    public string? FulfilmentChannelCode { get; private set; }

    /// <summary>What Amazon offers to buyers, as last read; null where Amazon does not say.</summary>
    public int? AmazonQuantity { get; private set; }

    public decimal? Price { get; private set; }

    public string? ParentSku { get; private set; }

    public DateTimeOffset AmazonUpdatedAt { get; private set; }

    /// <summary>Whether quantities may be sent: never for stock that Amazon keeps itself.</summary>
    public bool IsPushable => FulfilledBy == FulfilledBy.Merchant && ItemId is not null;

    /// <summary>A person decides which item it is (I3).</summary>
    public void LinkByHand(long itemId)
    {
        ItemId = itemId;
        Link = ListingLink.ByHand;
    }

    /// <summary>A person takes the link away, or says that the listing is no concern of ours.</summary>
    public void Unlink(bool ignore)
    {
        ItemId = null;
        Link = ignore ? ListingLink.Ignored : ListingLink.Unlinked;
    }

    /// <summary>Back to what the portal finds by the SKU.</summary>
    public void LinkBySku(long? itemId)
    {
        ItemId = itemId;
        Link = ListingLink.Automatic;
    }

    /// <summary>Takes what Amazon says now; older news than what is known is ignored.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Update(ListingFacts facts)
    {
        if (facts.UpdatedAt < AmazonUpdatedAt)
        {
            return false;
        }

        var before = (Asin, Title, State, FulfilledBy, FulfilmentChannelCode, AmazonQuantity, Price, ParentSku);
        Asin = facts.Asin ?? Asin;
        Title = facts.Title is null ? Title : facts.Title.Length <= Item.TitleMaxLength ? facts.Title : facts.Title[..Item.TitleMaxLength];
        State = facts.State;
        FulfilledBy = facts.FulfilledBy;
        FulfilmentChannelCode = facts.FulfilmentChannelCode;
        AmazonQuantity = facts.Quantity;
        Price = facts.Price ?? Price;
        ParentSku = facts.ParentSku;
        AmazonUpdatedAt = facts.UpdatedAt;
        return before != (Asin, Title, State, FulfilledBy, FulfilmentChannelCode, AmazonQuantity, Price, ParentSku);
    }

    /// <summary>The portal's own link, by SKU; leaves a person's decision alone.</summary>
    public void LinkAutomatically(long itemId)
    {
        if (Link == ListingLink.Automatic)
        {
            ItemId = itemId;
        }
    }
}
