using AmazonIn.Infrastructure.Sandbox.EasyShip;
using AmazonIn.Infrastructure.Sandbox.Feeds;
using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Reports;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>One demo seller with everything the marketplace holds for it.</summary>
internal sealed class SellerAccount(
    string id,
    string storeName,
    IReadOnlyList<MarketplaceInfo> marketplaces,
    OrderBook orders,
    ListingCatalog listings)
{
    public string Id => id;

    public string StoreName => storeName;

    public IReadOnlyList<MarketplaceInfo> Marketplaces => marketplaces;

    public OrderBook Orders => orders;

    public ListingCatalog Listings => listings;

    /// <summary>Each report of orders holds a snapshot of them, so not many are kept.</summary>
    public JobList<Report> Reports { get; } = new(firstNumber: 50_000_019_001, most: 100, report => report.Id);

    public FeedDesk FeedDesk { get; } = new();

    public EasyShipDesk EasyShip { get; } = new();
}
