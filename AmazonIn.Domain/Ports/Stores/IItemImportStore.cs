namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The bulk way in for listings, items, groups and opening stock.</summary>
public interface IItemImportStore
{
    /// <summary>What we have of the SKUs: the channel's listings, all items, and the channel's groups by parent SKU.</summary>
    Task<KnownCatalog> LoadAsync(
        long channelId,
        IReadOnlyCollection<string> skus,
        IReadOnlyCollection<string> parentSkus,
        CancellationToken cancellationToken);

    /// <summary>
    /// Writes a page in one transaction: groups, items, listings (linked by SKU), opening stock with its ledger lines,
    /// the run's entries and counts, and the retries. All of it or nothing.
    /// </summary>
    /// <exception cref="LeaseLostException">Another instance took the run.</exception>
    /// <exception cref="ConcurrentChangeException">Somebody else changed stock of the page since it was read.</exception>
    Task SaveAsync(ItemImportPage page, CancellationToken cancellationToken);
}
