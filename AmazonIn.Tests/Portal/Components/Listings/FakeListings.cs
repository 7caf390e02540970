using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Listings;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Listings;

/// <summary>Listings in memory: what is decided about one is listed next.</summary>
internal sealed class FakeListings : IListingQueries, IListingStore, IOutboxSignal
{
    public List<Listing> All { get; } = [];

    public List<ListingFilter> Filters { get; } = [];

    /// <summary>Thrown by every read of the list while set.</summary>
    public Exception? Fault { get; set; }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IListingQueries>(this);
        services.AddSingleton<IListingStore>(this);
        services.AddSingleton<IOutboxSignal>(this);
        services.AddTransient<LinkListing>();
        services.AddTransient<UnlinkListing>();
        services.AddTransient<RelinkBySku>();
        services.AddTransient<IgnoreListing>();
    }

    public Listing Add(string sku, long? itemId = 4)
    {
        var listing = new Listing(1, sku);
        Identity.Assign(listing, All.Count + 1);
        if (itemId is { } id)
        {
            listing.LinkAutomatically(id);
        }

        All.Add(listing);
        return listing;
    }

    public Task<PageOf<ListingOverview>> ListAsync(
        ListingFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        return Fault is null
            ? Task.FromResult(new PageOf<ListingOverview>([.. All.Select(Row)], All.Count))
            : Task.FromException<PageOf<ListingOverview>>(Fault);
    }

    public Task<Listing?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(All.Find(listing => listing.Id == id));

    public Task<long?> FindItemBySkuAsync(string sku, CancellationToken cancellationToken) => Task.FromResult<long?>(4);

    public Task<int> SaveLinkAsync(Listing listing, CancellationToken cancellationToken) => Task.FromResult(2);

    public void Ring()
    {
    }

    private static ListingOverview Row(Listing listing) => new(
        listing.Id, 1, "Amazon IN", listing.Sku, listing.Title, null, listing.State, listing.Link, listing.FulfilledBy,
        listing.ItemId, listing.ItemId is null ? null : "KET-BLU-1L", "Blue enamel kettle, 1 litre", 12, default);
}
