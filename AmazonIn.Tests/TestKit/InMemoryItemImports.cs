using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.TestKit;

/// <summary>Item store for one process.</summary>
internal sealed class InMemoryItemImports(InMemoryJournal journal) : IItemImportStore
{
    private long _nextId = 1;

    public Dictionary<string, Item> Items { get; } = new(StringComparer.Ordinal);

    public Dictionary<(long ChannelId, string Sku), Listing> Listings { get; } = [];

    public Dictionary<(long ChannelId, string ParentSku), ItemGroup> Groups { get; } = [];

    public List<OpeningStock> Stock { get; } = [];

    public Task<KnownCatalog> LoadAsync(
        long channelId,
        IReadOnlyCollection<string> skus,
        IReadOnlyCollection<string> parentSkus,
        CancellationToken cancellationToken) => Task.FromResult(new KnownCatalog(
            Listings.Where(pair => pair.Key.ChannelId == channelId)
                .ToDictionary(pair => pair.Key.Sku, pair => pair.Value, StringComparer.Ordinal),
            Items,
            Groups.Where(pair => pair.Key.ChannelId == channelId)
                .ToDictionary(pair => pair.Key.ParentSku, pair => pair.Value, StringComparer.Ordinal)));

    public Task SaveAsync(ItemImportPage page, CancellationToken cancellationToken)
    {
        foreach (var group in page.Groups)
        {
            Assign(group, group.Id);
            Groups[(group.ChannelId, group.ParentSku)] = group;
        }

        foreach (var item in page.Items)
        {
            Assign(item, item.Id);
            Items[item.Sku] = item;
        }

        foreach (var membership in page.Memberships)
        {
            var group = Groups[(page.Run.ChannelId, membership.ParentSku)];
            Items[membership.Sku].JoinGroup(group.Id, membership.Values);
        }

        foreach (var listing in page.Listings)
        {
            Assign(listing, listing.Id);
            listing.LinkAutomatically(Items[listing.Sku].Id);
            Listings[(listing.ChannelId, listing.Sku)] = listing;
        }

        Stock.AddRange(page.OpeningStock);
        journal.Entries.AddRange(page.Entries);
        return Task.CompletedTask;
    }

    private void Assign(object entity, long id)
    {
        if (id == 0)
        {
            Identity.Assign(entity, _nextId++);
        }
    }
}
