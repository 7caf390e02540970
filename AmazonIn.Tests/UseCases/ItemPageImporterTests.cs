using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncItems;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.UseCases;

public sealed class ItemPageImporterTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly InMemoryItemImports _store;
    private readonly Quiet _quiet = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public ItemPageImporterTests() => _store = new InMemoryItemImports(_journal);

    [Fact]
    [Trait("Row", "I1")]
    public async Task A_new_listing_becomes_an_item_once_and_later_changes_update_it()
    {
        await ImportAsync(1, Listing("KURTA-M"));
        await ImportAsync(1, Listing("KURTA-M"));
        await ImportAsync(1, Listing("KURTA-M") with { Facts = Facts() with { Title = "Cotton kurta, blue" } });

        Assert.Equal("Cotton kurta, blue", Assert.Single(_store.Items).Value.Title);
        Assert.Single(_store.Listings);
        Assert.Equal(
            [EntryChange.Created, EntryChange.Unchanged, EntryChange.Updated],
            _journal.Entries.Select(entry => entry.Change!.Value));
    }

    [Fact]
    [Trait("Row", "I3")]
    public async Task The_same_sku_on_a_second_channel_links_to_the_same_item()
    {
        await ImportAsync(1, Listing("KURTA-M"));
        await ImportAsync(2, Listing("KURTA-M"));

        var item = Assert.Single(_store.Items).Value;
        Assert.Equal([item.Id, item.Id], _store.Listings.Values.Select(listing => listing.ItemId!.Value));
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Amazons_quantity_is_opening_stock_the_first_time_only()
    {
        await ImportAsync(1, Listing("KURTA-M", quantity: 12));
        await ImportAsync(1, Listing("KURTA-M", quantity: 3));
        await ImportAsync(2, Listing("KURTA-M", quantity: 9));

        var opening = Assert.Single(_store.Stock);
        Assert.Equal(("KURTA-M", 12, 5L), (opening.Sku, opening.Quantity, opening.WarehouseId));
    }

    [Fact]
    [Trait("Row", "I4")]
    public async Task Stock_that_amazon_keeps_is_marked_and_never_ours_or_pushed()
    {
        await ImportAsync(1, Listing("FBA-1") with
        {
            Facts = Facts(7) with { FulfilledBy = FulfilledBy.Amazon, FulfilmentChannelCode = "AMAZON_IN" },
        });

        Assert.Empty(_store.Stock);
        Assert.Equal(FulfilledBy.Amazon, _store.Items["FBA-1"].FulfilledBy);
        Assert.False(_store.Listings[(1, "FBA-1")].IsPushable);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Row", "I2")]
    public async Task A_family_of_up_to_three_attributes_becomes_a_group(int count)
    {
        string[] names = ["color", "size", "material"];
        string[] values = ["Blue", "M", "Cotton"];

        await ImportAsync(1, Child("KURTA-M", names[..count], values[..count]), Parent("KURTA", names[..count]));

        var group = _store.Groups[(1, "KURTA")];
        var item = _store.Items["KURTA-M"];
        Assert.Equal(names[..count], group.Attributes);
        Assert.Equal("Cotton kurta", group.Title);
        Assert.Equal(group.Id, item.ItemGroupId);
        Assert.Equal(values[..count], new[] { item.Value1, item.Value2, item.Value3 }.OfType<string>());
        Assert.DoesNotContain("KURTA", _store.Items.Keys);
    }

    [Fact]
    [Trait("Row", "I2")]
    public async Task A_family_of_more_attributes_is_not_synced_and_the_history_names_group_and_members()
    {
        string[] names = ["color", "size", "material", "pattern"];

        await ImportAsync(1, Parent("SAREE", names), Child("SAREE-1", names, ["Red", "Free", "Silk", "Zari"]), Listing("OTHER"));

        Assert.Equal(["OTHER"], _store.Items.Keys);
        Assert.Empty(_store.Groups);
        var failed = _journal.Entries.Where(entry => entry.Outcome == EntryOutcome.NotSynced).ToList();
        Assert.Equal(
            [(EntryKind.ItemGroup, "SAREE"), (EntryKind.Item, "SAREE-1")],
            failed.Select(entry => (entry.Kind, entry.Key)));
        Assert.Contains("4 attributes (color, size, material, pattern)", failed[1].Reason, StringComparison.Ordinal);
        Assert.Contains("“SAREE”", failed[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "I5")]
    public async Task Awkward_skus_stay_exactly_what_they_are()
    {
        string[] skus =
        [
            "A/B C+D%E\"F'G#H", "कुर्ता-नीला", "சேலை-01", "🧵-THREAD", " leading", "trailing ", "CASE", "case",
            new('X', 40),
        ];

        await ImportAsync(1, [.. skus.Select(sku => Listing(sku))]);

        Assert.Equal(skus.Order(StringComparer.Ordinal), _store.Items.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_person_unlinked_is_not_linked_again()
    {
        await ImportAsync(1, Listing("KURTA-M"));
        var listing = _store.Listings[(1, "KURTA-M")];
        typeof(Listing).GetProperty(nameof(listing.Link))!.SetValue(listing, ListingLink.Unlinked);
        typeof(Listing).GetProperty(nameof(listing.ItemId))!.SetValue(listing, null);

        await ImportAsync(1, Listing("KURTA-M") with { Facts = Facts() with { Title = "Another title" } });

        Assert.Null(listing.ItemId);
        Assert.Equal("Cotton kurta", _store.Items["KURTA-M"].Title);
    }

    private static ListingFacts Facts(int? quantity = 5) => new(
        "B0TEST0001",
        "Cotton kurta",
        ListingState.Active,
        FulfilledBy.Merchant,
        "DEFAULT",
        quantity,
        499m,
        null,
        new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));

    private static MarketplaceListing Listing(string sku, int? quantity = 5) =>
        new(sku, IsParent: false, Facts(quantity), null, [], []);

    private static MarketplaceListing Parent(string sku, string[] attributes) =>
        new(sku, IsParent: true, Facts(null), null, attributes, []);

    private static MarketplaceListing Child(string sku, string[] attributes, string[] values) =>
        new(sku, IsParent: false, Facts() with { ParentSku = "KURTA" }, attributes.Length > 3 ? "SAREE" : "KURTA", attributes, values);

    private async Task ImportAsync(long channelId, params MarketplaceListing[] listings)
    {
        var channel = new SalesChannel("Amazon IN", Marketplace.India, "A1DEMOSELLERIN", _time.GetUtcNow());
        var run = new SyncRun(channelId, SyncModule.Items, RunTrigger.Manual, "Meera", _time.GetUtcNow());
        var work = new ItemRun(
            run, channel, 5, new RunWaits(run, _journal, _quiet), new HashSet<string>(StringComparer.Ordinal));
        var records = listings.Select(listing => new MarketplaceRecord<MarketplaceListing>(listing.Sku, listing)).ToList();
        await new ItemPageImporter(_store, _quiet, _quiet, _quiet, _time)
            .ImportAsync(work, records, null, null, TestContext.Current.CancellationToken);
    }
}
