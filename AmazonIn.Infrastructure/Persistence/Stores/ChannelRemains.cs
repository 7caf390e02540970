using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Queries;
using AmazonIn.Infrastructure.Vault;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>What a disconnected channel leaves behind, in the order of an index so that batches of it cost the same.</summary>
internal static class ChannelRemains
{
    /// <summary>Customers with a mark by which the person would be recognised.</summary>
    public static IQueryable<Customer> Marked(PortalDbContext db, long channelId) => db.Customers
        .Where(customer => customer.ChannelId == channelId)
        .Within(KeyRange.StartingWith(ContactMarks.Buyer), customer => customer.BuyerKey)
        .OrderBy(customer => customer.BuyerKey);

    /// <summary>Families of which we have no item.</summary>
    public static IQueryable<ItemGroup> EmptyGroups(PortalDbContext db, long channelId) => db.ItemGroups
        .Where(group => group.ChannelId == channelId && !db.Items.Any(item => item.ItemGroupId == group.Id));

    /// <summary>Records of a run.</summary>
    public static IQueryable<SyncEntry> Entries(PortalDbContext db, long runId) => db.SyncEntries
        .Where(entry => entry.RunId == runId)
        .OrderBy(entry => entry.Outcome).ThenBy(entry => entry.Key);
}
