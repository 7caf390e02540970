using AmazonIn.Infrastructure.Sandbox.EasyShip;
using AmazonIn.Infrastructure.Sandbox.Auth;
using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Documents;
using AmazonIn.Infrastructure.Sandbox.Feeds;
using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.OrdersFile;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Reports;
using AmazonIn.Infrastructure.Sandbox.Seed;
using AmazonIn.Infrastructure.Sandbox.Sellers;
using AmazonIn.Infrastructure.Sandbox.Shipments;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Builder;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>Everything one running demo marketplace consists of.</summary>
internal sealed class DemoMarketplace
{
    private static readonly UsagePlan TokenPlan = new("requestToken", 0, 0);

    private readonly SandboxOptions options;
    private readonly SellerDirectory sellers;
    private readonly AuthorizationServer authorization;
    private readonly QuotaTable quotas;
    private readonly ListingEditor editor;
    private readonly FeedProcessor feeds;
    private readonly EasyShipPapers papers;
    private readonly DocumentStore documents = new();
    private readonly ReceivedLog received = new();
    private readonly Signer signer = Signer.ForThisProcess();

    private DemoMarketplace(
        SandboxOptions options,
        MarketplaceClock clock,
        SellerDirectory sellers,
        OrdersFileContent? file)
    {
        Clock = clock;
        Faults = new FaultTable(options.Seed);
        this.options = options;
        this.sellers = sellers;
        File = file;
        authorization = new AuthorizationServer(clock, options.AccessTokenLifetime);
        quotas = new QuotaTable(clock, options.Quotas);
        editor = new ListingEditor(options.ListingDelay);
        feeds = new FeedProcessor(editor, documents);
        papers = new EasyShipPapers(documents);
    }

    public MarketplaceClock Clock { get; }

    public FaultTable Faults { get; }

    /// <summary>What the orders file gave, where there is one.</summary>
    public OrdersFileContent? File { get; }

    public CallCounter Calls { get; } = new();

    public static DemoMarketplace Create(SandboxOptions options, TimeProvider timeProvider)
    {
        var clock = new MarketplaceClock(timeProvider);
        var start = clock.Now;
        var file = options.OrdersFile is null ? null : new OrdersFileReader(start).Read(options.OrdersFile);
        var (listings, orders) = file is null
            ? Generate(options, 0, start, options.Listings, options.Orders)
            : (file.Listings, file.Orders);
        var first = Seller(DemoIdentities.FirstSeller, "Aarohi Bazaar", [Marketplaces.India], listings, orders);
        (listings, orders) = Generate(options, 1, start, options.Listings / 4, options.Orders / 4);
        var second = Seller(
            DemoIdentities.SecondSeller,
            "Kaveri Crafts",
            [Marketplaces.India, Marketplaces.Emirates],
            listings,
            orders);
        return new DemoMarketplace(options, clock, new SellerDirectory([first, second]), file);
    }

    /// <summary>Applies what is due by the clock. Called before each request; nothing runs in between.</summary>
    public void Settle()
    {
        foreach (var seller in sellers.All)
        {
            seller.EasyShip.Settle(seller, Clock.Now);
            seller.FeedDesk.Settle(Clock.Now, feed => Process(seller, feed));
        }
    }

    private void Process(SellerAccount seller, Feed feed)
    {
        if (feed.Type == FeedTypes.EasyShipDocuments)
        {
            papers.Process(seller, feed);
        }
        else
        {
            feeds.Process(seller, feed);
        }
    }

    public void MapEndpoints(WebApplication app)
    {
        app.MapPost("/auth/o2/token", new TokenEndpoint(authorization).HandleAsync).WithMetadata(TokenPlan);
        app.MapGet("/apps/authorize/consent", new ConsentEndpoint(authorization, sellers).HandleAsync);

        var api = new ApiRoutes(app, authorization, sellers, quotas);
        SellersEndpoints.Map(api);
        new OrdersEndpoints(Clock, signer).Map(api);
        new ShipmentEndpoints(Clock, received).Map(api);
        new EasyShipEndpoints(Clock, new Slots(signer)).Map(api);
        new RestrictedTokenEndpoint(authorization).Map(api);
        new ListingsEndpoints(Clock, signer).Map(api);
        new ListingPatchEndpoint(Clock, editor, received).Map(api);

        var links = new DocumentLink(signer, Clock);
        new DocumentEndpoints(documents, links).Map(app);
        new ReportsEndpoints(
            Clock,
            options.ProcessingStep,
            new ReportWriter(options.ReportCharset),
            documents,
            links,
            signer).Map(api);
        new FeedsEndpoints(
            Clock,
            options.ProcessingStep,
            options.Quotas,
            new FeedReader(received),
            documents,
            links,
            signer).Map(api);

        var control = new ControlRoutes(app, sellers);
        new StateEndpoints(sellers, Clock, Calls, File).Map(control);
        new FaultEndpoints(Faults).Map(control);
        new OrderControlEndpoints(Clock).Map(control);
        new ListingControlEndpoints(Clock).Map(control);
        new ReceivedEndpoints(received).Map(control);
        new TokenControlEndpoints(authorization, sellers).Map(control);

        app.MapFallback(http => Answer.ErrorAsync(http, ApiError.MissingAuthenticationToken));
    }

    private static (List<Listing> Listings, List<OrderEntry> Orders) Generate(
        SandboxOptions options,
        int sellerIndex,
        DateTimeOffset start,
        int listingCount,
        int orderCount)
    {
        var listings = new ListingSeeder(options.Seed, sellerIndex, start).Draw(listingCount);
        return (listings, new OrderSeeder(options.Seed, sellerIndex, start, listings).Entries(orderCount));
    }

    private static SellerAccount Seller(
        string id,
        string storeName,
        IReadOnlyList<MarketplaceInfo> marketplaces,
        List<Listing> listings,
        List<OrderEntry> orders)
    {
        var book = new OrderBook();
        book.Put(orders);
        return new SellerAccount(id, storeName, marketplaces, book, new ListingCatalog(listings));
    }
}
