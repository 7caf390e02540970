using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class ItemImportStore(Storage<PortalDbContext> storage, IBulkWriter bulk, TimeProvider time)
    : IItemImportStore
{
    public Task<KnownCatalog> LoadAsync(
        long channelId,
        IReadOnlyCollection<string> skus,
        IReadOnlyCollection<string> parentSkus,
        CancellationToken cancellationToken) => storage.ReadAsync(
            async (db, token) =>
            {
                var listings = new Dictionary<string, Listing>(StringComparer.Ordinal);
                var items = new Dictionary<string, Item>(StringComparer.Ordinal);
                var groups = new Dictionary<string, ItemGroup>(StringComparer.Ordinal);
                foreach (var chunk in skus.Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
                {
                    Add(listings, listing => listing.Sku, await db.Listings
                        .Where(listing => listing.ChannelId == channelId && chunk.Contains(listing.Sku))
                        .ToListAsync(token));
                    Add(items, item => item.Sku, await db.Items
                        .Where(item => chunk.Contains(item.Sku)).ToListAsync(token));
                }

                foreach (var chunk in parentSkus.Distinct(StringComparer.Ordinal).Chunk(Lists.Size))
                {
                    Add(groups, group => group.ParentSku, await db.ItemGroups
                        .Where(group => group.ChannelId == channelId && chunk.Contains(group.ParentSku))
                        .ToListAsync(token));
                }

                return new KnownCatalog(listings, items, groups);
            },
            cancellationToken);

    public Task SaveAsync(ItemImportPage page, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var aftermath = new Aftermath();
        return SavedPage.WriteAsync(
            storage,
            page.Run,
            aftermath,
            now,
            async (db, token) =>
            {
                await new ItemPageWriter(db, bulk, aftermath, now).WriteAsync(page, token);
                await PageRecords.SaveAsync(db, bulk, page.Run, page.Entries, token);
            },
            cancellationToken);
    }

    private static void Add<T>(Dictionary<string, T> known, Func<T, string> key, List<T> found)
    {
        foreach (var one in found)
        {
            known.Add(key(one), one);
        }
    }
}
