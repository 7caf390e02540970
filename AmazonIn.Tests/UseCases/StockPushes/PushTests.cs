using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Stores;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.StockPushes;

/// <summary>Tests of the stock push over a real database, with orders read once, before an Amazon in memory.</summary>
public abstract class PushTests(DatabaseProvider provider) : SellerTests(provider)
{
    private protected MemoryAmazon Amazon { get; } = new();

    private protected static Actor Manager { get; } = new("1", "Asha", Role.Administrator.Permissions);

    private protected IStockPushStore Store => Database.Get<IStockPushStore>();

    private protected SendStock Sender { get; private set; } = null!;

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        await FinishAsync(await TakenAsync(SyncModule.Orders));
        Sender = SenderOver(Store);
    }

    private protected SendStock SenderOver(IStockPushStore store, IMarketplaceStock? marketplace = null)
    {
        marketplace ??= Amazon;
        var records = new PushRecords(store, new Random(1), Clock);
        return new SendStock(
            store,
            Database.Get<IChannelStore>(),
            Journal,
            new StockFeeds(store, marketplace, records, Clock),
            new StockPatches(store, marketplace, records, Clock),
            new StockReadBacks(store, marketplace, Clock),
            marketplace,
            Clock);
    }

    /// <summary>One turn of the outbox, as the runner does it.</summary>
    private protected async Task SendAsync(SendStock? sender = null) =>
        await (sender ?? Sender).SendAsync(await ChannelAsync(), Cancelled);

    private protected async Task<SalesChannel> ChannelAsync() =>
        (await Database.Get<IChannelStore>().FindAsync(Channel.Id, Cancelled))!;

    /// <summary>A listing with its item and so much on the shelf, waiting to be sent.</summary>
    private protected async Task<long> ListAsync(
        string sku, int onHand, FulfilledBy fulfilledBy = FulfilledBy.Merchant, long? channelId = null)
    {
        long listingId;
        await using (var db = Database.Open())
        {
            var item = await db.Items.FirstOrDefaultAsync(known => known.Sku == sku, Cancelled);
            if (item is null)
            {
                item = new Item(sku, $"Kettle {sku}", null, fulfilledBy, Clock.GetUtcNow());
                item.TakeOpeningStock(Clock.GetUtcNow(), channelId: null);
                db.Add(item);
                await db.SaveChangesAsync(Cancelled);
            }

            var listing = new Listing(channelId ?? Channel.Id, sku);
            listing.Update(new ListingFacts(
                null,
                $"Kettle {sku}",
                ListingState.Active,
                fulfilledBy,
                fulfilledBy == FulfilledBy.Merchant ? "DEFAULT" : "AMAZON_IN",
                onHand,
                499m,
                null,
                Clock.GetUtcNow()));
            listing.LinkAutomatically(item.Id);
            db.Add(listing);
            await db.SaveChangesAsync(Cancelled);
            listingId = listing.Id;
        }

        await MoveAsync(sku, onHand);
        return listingId;
    }

    /// <summary>Stock moves, in a transaction of its own, as an adjustment does it.</summary>
    private protected async Task MoveAsync(string sku, int onHand, long? warehouseId = null) =>
        await Database.Get<Storage<PortalDbContext>>().WriteAsync(
            async (db, token) =>
            {
                var item = await db.Items.FirstAsync(row => row.Sku == sku, token);
                await new StockWriter(db, Database.Get<IBulkWriter>(), new Aftermath(), Clock.GetUtcNow()).PostAsync(
                    [
                        new StockMovement(
                            warehouseId ?? Warehouse.Id, item.Id, MovementKind.Adjustment, onHand, 0, "Counted", null, Clock.GetUtcNow()),
                    ],
                    token);
            },
            Cancelled);

    private protected async Task<StockPush> PushAsync(string sku)
    {
        await using var db = Database.Open();
        return await db.StockPushes.AsNoTracking()
            .SingleAsync(push => db.Listings.Any(listing => listing.Id == push.ListingId && listing.Sku == sku), Cancelled);
    }

    private protected async Task<List<StockPushAnswer>> AnswersAsync(string sku)
    {
        await using var db = Database.Open();
        return await db.StockPushAnswers.AsNoTracking()
            .Where(answer => db.Listings.Any(listing => listing.Id == answer.ListingId && listing.Sku == sku))
            .OrderBy(answer => answer.Id)
            .ToListAsync(Cancelled);
    }
}
