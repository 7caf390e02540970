using AmazonIn.Infrastructure.Sandbox.Auth;
using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Seed;
using AmazonIn.Infrastructure.Sandbox.Sellers;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Builder;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>Everything one running demo marketplace consists of.</summary>
internal sealed class DemoMarketplace
{
    private static readonly UsagePlan TokenPlan = new("requestToken", 0, 0);

    private readonly SellerDirectory sellers;
    private readonly AuthorizationServer authorization;
    private readonly QuotaTable quotas;
    private readonly Signer signer = Signer.ForThisProcess();

    private DemoMarketplace(SandboxOptions options, MarketplaceClock clock, SellerDirectory sellers)
    {
        Clock = clock;
        Faults = new FaultTable(options.Seed);
        this.sellers = sellers;
        authorization = new AuthorizationServer(clock, options.AccessTokenLifetime);
        quotas = new QuotaTable(clock, options.Quotas);
    }

    public MarketplaceClock Clock { get; }

    public FaultTable Faults { get; }

    public CallCounter Calls { get; } = new();

    public static DemoMarketplace Create(SandboxOptions options, TimeProvider timeProvider)
    {
        var clock = new MarketplaceClock(timeProvider);
        var start = clock.Now;
        var first = Seller(
            DemoIdentities.FirstSeller,
            "Aarohi Bazaar",
            [Marketplaces.India],
            options.Seed,
            0,
            start,
            options.Listings,
            options.Orders);
        var second = Seller(
            DemoIdentities.SecondSeller,
            "Kaveri Crafts",
            [Marketplaces.India, Marketplaces.Emirates],
            options.Seed,
            1,
            start,
            options.Listings / 4,
            options.Orders / 4);
        return new DemoMarketplace(options, clock, new SellerDirectory([first, second]));
    }

    public void MapEndpoints(WebApplication app)
    {
        app.MapPost("/auth/o2/token", new TokenEndpoint(authorization).HandleAsync).WithMetadata(TokenPlan);
        app.MapGet("/apps/authorize/consent", new ConsentEndpoint(authorization, sellers).HandleAsync);

        var api = new ApiRoutes(app, authorization, sellers, quotas);
        SellersEndpoints.Map(api);
        new OrdersEndpoints(Clock, signer).Map(api);
        new ListingsEndpoints(Clock, signer).Map(api);

        var control = new ControlRoutes(app, sellers);
        new StateEndpoints(sellers, Clock, Calls).Map(control);
        new FaultEndpoints(Faults).Map(control);
        new OrderControlEndpoints(Clock).Map(control);

        app.MapFallback(http => Answer.ErrorAsync(http, ApiError.MissingAuthenticationToken));
    }

    private static SellerAccount Seller(
        string id,
        string storeName,
        IReadOnlyList<MarketplaceInfo> marketplaces,
        int seed,
        int index,
        DateTimeOffset start,
        int listingCount,
        int orderCount)
    {
        var listings = new ListingSeeder(seed, index, start).Draw(listingCount);
        var orders = new OrderBook();
        orders.Put(new OrderSeeder(seed, index, start, listings).Entries(orderCount));
        return new SellerAccount(id, storeName, marketplaces, orders, new ListingCatalog(listings));
    }
}
