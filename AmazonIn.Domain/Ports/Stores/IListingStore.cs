using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>One listing at a time, for what people decide about its item.</summary>
public interface IListingStore
{
    Task<Listing?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The item of the SKU, which a listing is linked to without a person's decision.</summary>
    Task<long?> FindItemBySkuAsync(string sku, CancellationToken cancellationToken);

    /// <summary>
    /// Saves the listing's link, and nothing else of it. Lines of the channel's open orders with the listing's SKU move
    /// to the item: units held for the old one are released, the new one's are held. The new item's quantity is marked to
    /// be sent; without an item nothing more is sent. One transaction.
    /// </summary>
    /// <returns>How many open orders moved.</returns>
    Task<int> SaveLinkAsync(Listing listing, CancellationToken cancellationToken);
}
