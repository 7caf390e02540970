using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>One page of listings, ready to be written. Only new and changed things are in it.</summary>
/// <param name="Run">The run, with the page already recorded.</param>
/// <param name="Groups">Families to add or change, known by parent SKU.</param>
/// <param name="Items">Items to add or change.</param>
/// <param name="Listings">Listings to add or change; each is linked to the item of its SKU unless a person decided.</param>
/// <param name="Memberships">Which item joins which family.</param>
/// <param name="OpeningStock">Amazon's quantities that become opening stock.</param>
/// <param name="Entries">One a record of the page.</param>
public sealed record ItemImportPage(
    SyncRun Run,
    IReadOnlyList<ItemGroup> Groups,
    IReadOnlyList<Item> Items,
    IReadOnlyList<Listing> Listings,
    IReadOnlyList<GroupMembership> Memberships,
    IReadOnlyList<OpeningStock> OpeningStock,
    IReadOnlyList<SyncEntry> Entries);
