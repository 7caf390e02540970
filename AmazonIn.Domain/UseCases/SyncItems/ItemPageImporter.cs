using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Domain.UseCases.SyncItems;

/// <summary>Turns a page of listings into listings, items, groups and opening stock, and writes it.</summary>
public sealed class ItemPageImporter(
    IItemImportStore store,
    ISyncProgress progress,
    IOutboxSignal outbox,
    ISyncFaults faults,
    TimeProvider time)
{
    /// <param name="nextPage">Where the run goes on after this page; becomes its checkpoint with the same commit.</param>
    public async Task ImportAsync(
        ItemRun work,
        IReadOnlyList<MarketplaceRecord<MarketplaceListing>> records,
        string? nextPage,
        int? expectedTotal,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var latest = WindowReading.LatestOfEach(records, listing => listing.Facts.UpdatedAt);
        var known = await LoadAsync(work, latest, cancellationToken);
        var plan = new ItemPagePlan();
        foreach (var record in latest)
        {
            PlanRecord(work, record, known, plan);
        }

        work.Run.RecordPage(plan.Synced, plan.NotSynced, 0, expectedTotal, nextPage, time.GetUtcNow());
        var page = new ItemImportPage(
            work.Run,
            [.. plan.Groups.Values],
            [.. plan.Items.Values],
            [.. plan.Listings.Values],
            plan.Memberships,
            plan.OpeningStock,
            plan.Entries);
        await store.SaveAsync(page, cancellationToken);
        foreach (var record in latest)
        {
            work.Seen.Add(record.Key);
        }

        progress.Changed(work.Run.Id);
        outbox.Ring();
    }

    private Task<KnownCatalog> LoadAsync(
        ItemRun work,
        List<MarketplaceRecord<MarketplaceListing>> records,
        CancellationToken cancellationToken)
    {
        var listings = records.Select(record => record.Value).OfType<MarketplaceListing>().ToList();
        var skus = listings.Where(listing => !listing.IsParent).Select(listing => listing.Sku)
            .ToHashSet(StringComparer.Ordinal);
        var parents = listings.Where(listing => listing.IsParent).Select(listing => listing.Sku)
            .Concat(listings.Select(listing => listing.ParentSku).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        return store.LoadAsync(work.Run.ChannelId, skus, parents, cancellationToken);
    }

    private void PlanRecord(
        ItemRun work,
        MarketplaceRecord<MarketplaceListing> record,
        KnownCatalog known,
        ItemPagePlan plan)
    {
        SyncEntry entry;
        try
        {
            entry = record.Value is not { } listing
                ? SyncEntry.Not(EntryKind.Item, record.Key, record.ReasonCode ?? "item.unreadable", record.Reason ?? string.Empty)
                : !GroupingPolicy.CanGroup(listing.FamilyAttributes) ? TooManyAttributes(listing)
                : listing.IsParent ? PlanGroup(work, listing, known, plan)
                : PlanItem(work, listing, known, plan);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            faults.RecordFaulted(work.Run.Id, record.Key, exception);
            entry = SyncEntry.Not(
                EntryKind.Item,
                record.Key,
                "item.unexpected",
                "The portal met a fault of its own with this listing. It is tried again with the next runs; if it "
                + "stays, send the log line with this SKU to support.");
        }

        if (!work.Seen.Contains(record.Key))
        {
            plan.Add(entry);
        }
    }

    private static SyncEntry TooManyAttributes(MarketplaceListing listing) => SyncEntry.Not(
        listing.IsParent ? EntryKind.ItemGroup : EntryKind.Item,
        listing.Sku,
        "group.too-many-attributes",
        $"The family {(listing.IsParent ? "of this parent" : $"“{listing.ParentSku}”")} varies by "
        + $"{listing.FamilyAttributes.Count} attributes ({string.Join(", ", listing.FamilyAttributes)}). At most "
        + $"{GroupingPolicy.MaxAttributes} are supported, so neither the group nor its members are synced. Reduce the "
        + "attributes in Seller Central, then resync.");

    private SyncEntry PlanGroup(ItemRun work, MarketplaceListing listing, KnownCatalog known, ItemPagePlan plan)
    {
        var (group, created) = GroupOf(work, listing.Sku, known, plan);
        var changed = group.Update(listing.Facts.Title, listing.FamilyAttributes, time.GetUtcNow());
        if (created || changed)
        {
            plan.Groups[listing.Sku] = group;
        }

        return SyncEntry.Of(EntryKind.ItemGroup, listing.Sku, Change(created, changed));
    }

    private SyncEntry PlanItem(ItemRun work, MarketplaceListing listing, KnownCatalog known, ItemPagePlan plan)
    {
        var facts = listing.Facts;
        var newListing = !known.Listings.TryGetValue(listing.Sku, out var ours);
        ours ??= new Listing(work.Run.ChannelId, listing.Sku);
        var listingChanged = ours.Update(facts);
        var itemChanged = ours.Link == ListingLink.Automatic && PlanOwnItem(work, listing, ours, known, plan);
        if (newListing || listingChanged || itemChanged)
        {
            plan.Listings[listing.Sku] = ours;
        }

        return SyncEntry.Of(EntryKind.Item, listing.Sku, Change(newListing, listingChanged || itemChanged));
    }

    private bool PlanOwnItem(
        ItemRun work,
        MarketplaceListing listing,
        Listing ours,
        KnownCatalog known,
        ItemPagePlan plan)
    {
        var now = time.GetUtcNow();
        var facts = listing.Facts;
        var isNew = !known.Items.TryGetValue(listing.Sku, out var item);
        item ??= new Item(listing.Sku, facts.Title, facts.Asin, facts.FulfilledBy, now);
        var changed = item.Update(facts.Title, facts.Asin, facts.FulfilledBy, facts.Price, now) || ours.ItemId is null;
        if (TakesOpeningStock(item, facts))
        {
            var at = work.Run.StartedAt ?? now;
            item.TakeOpeningStock(at, work.Channel.Id);
            plan.OpeningStock.Add(new OpeningStock(
                listing.Sku, work.WarehouseId, facts.Quantity!.Value, $"Opening stock from {work.Channel.Name}", at));
            changed = true;
        }

        if (listing.ParentSku is { } parentSku)
        {
            changed |= PlanMembership(work, listing, parentSku, item, known, plan);
        }

        if (isNew || changed)
        {
            plan.Items[listing.Sku] = item;
        }

        return changed;
    }

    private bool PlanMembership(
        ItemRun work,
        MarketplaceListing listing,
        string parentSku,
        Item item,
        KnownCatalog known,
        ItemPagePlan plan)
    {
        var (group, created) = GroupOf(work, parentSku, known, plan);
        var named = group.Attributes.Count == 0 && group.Update(null, listing.FamilyAttributes, time.GetUtcNow());
        if (created || named)
        {
            plan.Groups[parentSku] = group;
        }

        var values = (item.Value1, item.Value2, item.Value3);
        var wanted = (
            listing.AttributeValues.ElementAtOrDefault(0),
            listing.AttributeValues.ElementAtOrDefault(1),
            listing.AttributeValues.ElementAtOrDefault(2));
        if (group.Id != 0 && item.ItemGroupId == group.Id && values == wanted)
        {
            return false;
        }

        plan.Memberships.Add(new GroupMembership(listing.Sku, parentSku, listing.AttributeValues));
        return true;
    }

    // A member may arrive before its parent: the group then bears the parent's SKU until the parent brings its title.
    private (ItemGroup Group, bool Created) GroupOf(
        ItemRun work,
        string parentSku,
        KnownCatalog known,
        ItemPagePlan plan)
    {
        if (plan.Groups.TryGetValue(parentSku, out var planned))
        {
            return (planned, false);
        }

        if (known.Groups.TryGetValue(parentSku, out var existing))
        {
            return (existing, false);
        }

        return (new ItemGroup(work.Run.ChannelId, parentSku, null, [], time.GetUtcNow()), true);
    }

    private static bool TakesOpeningStock(Item item, ListingFacts facts) =>
        !item.OpeningStockTaken && facts.FulfilledBy == FulfilledBy.Merchant && facts.Quantity is not null;

    private static EntryChange Change(bool created, bool changed) =>
        created ? EntryChange.Created : changed ? EntryChange.Updated : EntryChange.Unchanged;
}
