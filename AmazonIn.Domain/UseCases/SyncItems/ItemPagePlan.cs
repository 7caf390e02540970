using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncItems;

/// <summary>What a page of listings comes to, before anything is written.</summary>
internal sealed class ItemPagePlan
{
    public Dictionary<string, ItemGroup> Groups { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Item> Items { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Listing> Listings { get; } = new(StringComparer.Ordinal);

    public List<GroupMembership> Memberships { get; } = [];

    public List<OpeningStock> OpeningStock { get; } = [];

    public List<SyncEntry> Entries { get; } = [];

    public int Synced { get; set; }

    public int NotSynced { get; set; }

    public void Add(SyncEntry entry)
    {
        Entries.Add(entry);
        Synced += entry.Outcome == EntryOutcome.Synced ? 1 : 0;
        NotSynced += entry.Outcome == EntryOutcome.NotSynced ? 1 : 0;
    }
}
