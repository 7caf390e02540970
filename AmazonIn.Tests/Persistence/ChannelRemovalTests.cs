using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.Persistence.Queries;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

public abstract class ChannelRemovalTests(DatabaseProvider provider) : QueryTests(provider)
{
    private const string OpenOrder = "403-0000001-0000001";
    private const string ShippedOrder = "403-0000002-0000002";
    private const string PendingOrder = "403-0000003-0000003";

    private SalesChannel _other = null!;
    private Item _kurta = null!;
    private SyncRun _run = null!;

    private IChannelRemoval Removal => Database.Get<IChannelRemoval>();

    private IChannelStore Channels => Database.Get<IChannelStore>();

    // An item on two channels, with an order that is open, one that has left, and one that is pending at Amazon.
    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _other = await ConnectAsync("A2DEMOSELLERIN");
        _kurta = await AddItemAsync("KURTA-M-BLUE");
        _kurta.TakeOpeningStock(Clock.GetUtcNow().AddDays(-30), null);
        await UpdateAsync(_kurta);
        await StockAsync(_kurta, 10);
        foreach (var channel in new[] { Channel, _other })
        {
            var listing = await AddListingAsync(_kurta, channel: channel);
            await AddAsync(new StockPush(listing.Id, channel.Id));
            await AddAsync(new StockPushAnswer(
                listing.Id, channel.Id, 10, PushRoute.Patch, PushState.Accepted, null, "req-1", Clock.GetUtcNow()));
            await SentAsync(listing.Id);
        }

        await AddAsync(new ItemGroup(Channel.Id, "NOTHING-OF-OURS", null, ["Size"], Clock.GetUtcNow()));
        var family = await AddAsync(new ItemGroup(Channel.Id, "KURTA", null, ["Size"], Clock.GetUtcNow()));
        _kurta.JoinGroup(family.Id, ["M"]);
        await UpdateAsync(_kurta);
        var elsewhere = await Journal.RequestAsync(
            new SyncRun(_other.Id, SyncModule.Orders, RunTrigger.Manual, "Asha", Clock.GetUtcNow()), Cancelled);
        await Journal.TryTakeAsync("here", TimeSpan.FromMinutes(1), Clock.GetUtcNow(), Cancelled);
        await ImportAsync((await Journal.FindAsync(elsewhere.Id, Cancelled))!, _other, [AnAmazonOrder.Unshipped(OpenOrder)]);
        _run = await TakenAsync(SyncModule.Orders);
        await ImportAsync(
            _run, Channel, [AnAmazonOrder.Unshipped(OpenOrder), AnAmazonOrder.Shipped(id: ShippedOrder), AnAmazonOrder.Pending(PendingOrder)]);
        await using var db = Database.Open();
        db.Add(new SyncRetry(Channel.Id, SyncModule.Orders, "403-9"));
        await db.SaveChangesAsync(Cancelled);
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Everything_of_the_channel_is_destroyed_and_counted()
    {
        var removed = await DisconnectAsync();

        Assert.Equal(
            new RemovedChannel
            {
                ChannelId = Channel.Id,
                Name = "Amazon IN",
                Credentials = true,
                RunsStopped = 1,
                Keys = 2,
                Contacts = 2,
                BuyerMarks = 1,
                Listings = 1,
                Quantities = 1,
                Answers = 1,
                Runs = 1,
                Entries = 2,
                EmptyGroups = 1,
                PendingOrdersReleased = 1,
                OrdersKept = 2,
                OpenOrdersKept = 1,
                CustomersKept = 1,
            },
            removed with { Certificates = [] });
        var certificate = Assert.Single((await Database.Get<IDeletionQueries>().ListAsync(new PageRequest(), Cancelled)).Items);
        Assert.Equal(
            (Channel.Id, 2, 2, 2, 1, true),
            (certificate.ChannelId, certificate.Orders, certificate.Keys, certificate.Contacts, certificate.BuyerMarks, certificate.IsGenuine));
        Assert.Equal(certificate.Hash, Assert.Single(removed.Certificates).Hash);
        await using var db = Database.Open();
        await using var keys = Database.OpenKeys();
        int[] left =
        [
            await keys.DataKeys.CountAsync(key => key.ChannelId == Channel.Id, Cancelled),
            await db.SealedContacts.CountAsync(
                row => db.SalesOrders.Any(order => order.Id == row.SalesOrderId && order.ChannelId == Channel.Id), Cancelled),
            await db.ChannelCredentials.CountAsync(row => row.ChannelId == Channel.Id, Cancelled),
            await db.Listings.CountAsync(row => row.ChannelId == Channel.Id, Cancelled),
            await db.StockPushes.CountAsync(row => row.ChannelId == Channel.Id, Cancelled),
            await db.SyncRuns.CountAsync(row => row.ChannelId == Channel.Id, Cancelled),
            await db.SyncCursors.CountAsync(row => row.ChannelId == Channel.Id, Cancelled),
            await db.SyncRetries.CountAsync(row => row.ChannelId == Channel.Id, Cancelled),
        ];
        Assert.All(left, count => Assert.Equal(0, count));
        Assert.Empty(await Removal.ListUnfinishedAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Business_records_stay_and_show_the_channels_name()
    {
        await DisconnectAsync();

        var orders = await Database.Get<ISalesOrderQueries>().ListAsync(
            new(), new(SalesOrderSort.OrderedAt), new(), Cancelled);
        Assert.Equal(3, orders.Items.Count);
        Assert.All(orders.Items, order => Assert.Equal("Amazon IN", order.ChannelName));
        await using var db = Database.Open();
        var ours = await db.SalesOrders.Where(order => order.ChannelId == Channel.Id).ToListAsync(Cancelled);
        Assert.All(ours, order => Assert.False(order.HasContact));
        Assert.All(ours, order => Assert.NotNull(order.CustomerId));
        Assert.Equal("KURTA", (await db.ItemGroups.SingleAsync(Cancelled)).ParentSku);
        Assert.Single(await db.Items.ToListAsync(Cancelled));
        Assert.Null(await db.Customers.Where(customer => customer.ChannelId == Channel.Id)
            .Select(customer => customer.BuyerKey).SingleAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Only_orders_that_nobody_will_hear_of_give_their_stock_back()
    {
        Assert.Equal((9, 3), await BalanceAsync());

        await DisconnectAsync();

        Assert.Equal((9, 2), await BalanceAsync());
        await using var db = Database.Open();
        Assert.Equal(0, await db.StockClaims.Where(claim => claim.OrderKey == $"{Channel.Id}:{PendingOrder}")
            .SumAsync(claim => claim.Reserved, Cancelled));
        Assert.Equal(
            (9, 2),
            (await db.StockMovements.SumAsync(line => line.OnHand, Cancelled), await db.StockMovements.SumAsync(line => line.Reserved, Cancelled)));
        var push = await db.StockPushes.SingleAsync(Cancelled);
        Assert.Equal((_other.Id, true), (push.ChannelId, push.Due));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Another_channel_keeps_everything()
    {
        await DisconnectAsync();

        await using var db = Database.Open();
        await using var keys = Database.OpenKeys();
        Assert.Equal(_other.Id, (await keys.DataKeys.SingleAsync(Cancelled)).ChannelId);
        Assert.Single(await db.SealedContacts.ToListAsync(Cancelled));
        Assert.Equal(_other.Id, (await db.Listings.SingleAsync(Cancelled)).ChannelId);
        Assert.Single(await db.StockPushAnswers.ToListAsync(Cancelled));
        Assert.Equal(_other.Id, (await db.SyncRuns.SingleAsync(Cancelled)).ChannelId);
        Assert.Equal("Atzr|A2DEMOSELLERIN", await Channels.FindRefreshTokenAsync(_other.Id, Cancelled));
        Assert.NotNull(await Database.Get<IContactVault>().OpenAsync(_other.Id, OpenOrder, Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task A_disconnected_channel_is_gone_wherever_channels_are_listed()
    {
        await DisconnectAsync();

        Assert.Null(await Channels.FindAsync(Channel.Id, Cancelled));
        Assert.Equal(_other.Id, Assert.Single(await Channels.ListAsync(Cancelled)).Id);
        Assert.Null(await Channels.FindRefreshTokenAsync(Channel.Id, Cancelled));
        Assert.NotNull(await Channels.FindAsync(Marketplace.India.Id, "A1DEMOSELLERIN", Cancelled));
        var queries = Database.Get<IChannelQueries>();
        Assert.Equal(_other.Id, Assert.Single(await queries.ListAsync(Cancelled)).Id);
        Assert.Null(await queries.FindAsync(Channel.Id, Cancelled));
        Assert.Null(await queries.FindDetailsAsync(Channel.Id, Cancelled));
        Assert.Null(await Database.Get<IChannelLifeQueries>().PreviewAsync(Channel.Id, Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task A_run_that_was_under_way_writes_nothing_back()
    {
        await DisconnectAsync();

        await Assert.ThrowsAsync<LeaseLostException>(
            () => ImportAsync(_run, Channel, [AnAmazonOrder.Unshipped("403-0000009-0000009")]));

        Assert.True(await Journal.IsCancelRequestedAsync(_run.Id, Cancelled));
        await using var db = Database.Open();
        Assert.DoesNotContain("403-0000009-0000009", await db.SalesOrders.Select(order => order.AmazonOrderId).ToListAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Work_on_a_run_that_is_gone_ends_quietly_within_a_beat()
    {
        var quiet = new Quiet();
        var reading = new EndlessModule();
        await Database.Get<ISyncJournal>().RequestAsync(
            new SyncRun(Channel.Id, SyncModule.Items, RunTrigger.Manual, "Asha", Clock.GetUtcNow()), Cancelled);
        using var dispatcher = new SyncDispatcher(Journal, Channels, [reading], quiet, quiet, SyncSettings.Default, Clock);
        await dispatcher.TickAsync(Cancelled);
        await reading.Started.WaitAsync(Cancelled);

        await DisconnectAsync();
        var ended = dispatcher.WhenIdleAsync();
        while (!ended.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        await ended;
        Assert.Empty(quiet.Faults);
        await using var db = Database.Open();
        Assert.Equal(0, await db.SyncRuns.CountAsync(run => run.ChannelId == Channel.Id, Cancelled));
        Assert.Equal(0, await db.SyncCursors.CountAsync(cursor => cursor.ChannelId == Channel.Id, Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task A_removal_that_was_broken_off_is_finished_and_a_finished_one_finds_nothing_more()
    {
        await TombAsync();
        var steps = 0;
        while ((await Removal.ListUnfinishedAsync(Cancelled)).Count > 0)
        {
            await RemoveUpToAsync(++steps);
        }

        Assert.True(steps >= 10, $"Only {steps} steps.");
        Assert.Equal(
            new RemovedChannel { ChannelId = Channel.Id, Name = "Amazon IN", OrdersKept = 2, OpenOrdersKept = 1, CustomersKept = 1 },
            (await Removal.RemoveAsync(Channel.Id, Cancelled))! with { Certificates = [] });
        Assert.Equal((9, 2), await BalanceAsync());
        var certificates = await Database.Get<IDeletionQueries>().ListAsync(new PageRequest(), Cancelled);
        Assert.Equal(2, certificates.Items.Sum(certificate => certificate.Contacts));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task A_channel_that_is_connected_is_never_removed()
    {
        Assert.Null(await Removal.RemoveAsync(_other.Id, Cancelled));
        Assert.Null(await Removal.RemoveAsync(4711, Cancelled));
        Assert.Empty(await Removal.ListUnfinishedAsync(Cancelled));

        await using var db = Database.Open();
        Assert.Equal(2, await db.Listings.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Connected_again_the_same_orders_change_nothing_twice()
    {
        await DisconnectAsync();
        var channel = (await Channels.FindAsync(Marketplace.India.Id, "A1DEMOSELLERIN", Cancelled))!;
        channel.Reconnect("Amazon IN again", Clock.GetUtcNow());
        await Channels.SaveAsync(channel, "Atzr|again", Cancelled);
        Assert.Null((await Journal.GetCursorAsync(channel.Id, SyncModule.Orders, Cancelled)).Watermark);

        var run = await TakenAsync(SyncModule.Orders);
        await ImportAsync(
            run, channel, [AnAmazonOrder.Unshipped(OpenOrder), AnAmazonOrder.Shipped(id: ShippedOrder), AnAmazonOrder.Pending(PendingOrder)]);

        Assert.Equal((9, 3), await BalanceAsync());
        await using var db = Database.Open();
        Assert.Equal(2, await db.SalesOrders.CountAsync(order => order.ChannelId == channel.Id, Cancelled));
        Assert.Equal(1, await db.Customers.CountAsync(customer => customer.ChannelId == channel.Id, Cancelled));
        Assert.Equal("asha@marketplace.amazon.in",
            (await Database.Get<IContactVault>().OpenAsync(channel.Id, OpenOrder, Cancelled))!.BuyerEmail);
        Assert.Equal(("Amazon IN again", Channel.Id), (channel.Name, channel.Id));
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task Connected_again_a_listing_is_told_what_there_is()
    {
        // The first quantity came from this very channel, and much may have been sold elsewhere since.
        _kurta.TakeOpeningStock(Clock.GetUtcNow().AddDays(-30), Channel.Id);
        await UpdateAsync(_kurta);
        await DisconnectAsync();
        var channel = (await Channels.FindAsync(Marketplace.India.Id, "A1DEMOSELLERIN", Cancelled))!;
        channel.Reconnect("Amazon IN", Clock.GetUtcNow());
        await Channels.SaveAsync(channel, "Atzr|again", Cancelled);
        var run = await TakenAsync(SyncModule.Items);
        var listing = new Listing(channel.Id, _kurta.Sku);
        listing.Update(new ListingFacts(
            null, "Cotton kurta", ListingState.Active, FulfilledBy.Merchant, "DEFAULT", 7, 499m, null, Clock.GetUtcNow()));
        run.RecordPage(1, 0, 0, null, null, Clock.GetUtcNow());

        await Database.Get<IItemImportStore>().SaveAsync(
            new ItemImportPage(run, [], [], [listing], [], [], []), Cancelled);

        await using var db = Database.Open();
        Assert.True((await db.StockPushes.SingleAsync(push => push.ChannelId == channel.Id, Cancelled)).Due);
    }

    [Fact]
    [Trait("Row", "D1")]
    [Trait("Row", "D3")]
    public async Task What_would_be_touched_is_counted_before()
    {
        await using (var db = Database.Open())
        {
            var order = await db.SalesOrders.Include(row => row.Lines)
                .SingleAsync(row => row.ChannelId == Channel.Id && row.AmazonOrderId == OpenOrder, Cancelled);
            var package = new Package(order.Id, 1, [new PackageLine(order.Lines[0].Id, 1)], "Asha", Clock.GetUtcNow());
            package.Ship("BlueDart", null, "BD1", Clock.GetUtcNow(), confirm: true, Clock.GetUtcNow());
            db.Add(package);
            await db.SaveChangesAsync(Cancelled);
        }

        var preview = await Database.Get<IChannelLifeQueries>().PreviewAsync(Channel.Id, Cancelled);

        Assert.Equal(
            new ChannelLifePreview
            {
                Name = "Amazon IN",
                State = ChannelState.Active,
                Attention = null,
                InactiveSince = null,
                StockSync = true,
                OrdersReadUpTo = null,
                ItemsReadUpTo = null,
                ActiveRuns = 1,
                QuantitiesWaiting = 1,
                ShipmentsWaiting = 1,
                Listings = 1,
                Items = 1,
                Orders = 2,
                OpenOrders = 1,
                Contacts = 2,
                Customers = 1,
                PendingOrders = 1,
                Runs = 1,
            },
            preview);
    }

    [Fact]
    [Trait("Row", "W2")]
    public async Task A_mapped_channel_has_its_own_quantities_sent_again_and_no_others()
    {
        var delhi = await AddAsync(new Warehouse("Delhi", isPrimary: false, Clock.GetUtcNow()));
        await using (var db = Database.Open())
        {
            await db.StockPushes.ExecuteUpdateAsync(set => set.SetProperty(push => push.Due, false), Cancelled);
        }

        var channel = (await Channels.FindAsync(Channel.Id, Cancelled))!;
        channel.MapWarehouse(delhi.Id);
        await Channels.SaveStockSourceAsync(channel, Cancelled);

        Assert.Equal(delhi.Id, (await Channels.FindAsync(Channel.Id, Cancelled))!.WarehouseId);
        await using var after = Database.Open();
        Assert.Equal(Channel.Id, (await after.StockPushes.SingleAsync(push => push.Due, Cancelled)).ChannelId);
    }

    private async Task<RemovedChannel> DisconnectAsync()
    {
        await TombAsync();
        return (await Removal.RemoveAsync(Channel.Id, Cancelled))!;
    }

    // As if the portal had died after so many commits.
    private async Task RemoveUpToAsync(int commits)
    {
        using var death = new CancellationTokenSource();
        string connection;
        await using (var db = Database.Open())
        {
            connection = db.Database.GetConnectionString()!;
        }

        using var counter = new CommitCounter(connection)
        {
            Committed = count =>
            {
                if (count == commits)
                {
                    death.Cancel();
                }
            },
        };
        try
        {
            await Removal.RemoveAsync(Channel.Id, death.Token);
        }
        catch (OperationCanceledException) when (death.IsCancellationRequested)
        {
            // Died.
        }
    }

    private async Task TombAsync()
    {
        var channel = (await Channels.FindAsync(Channel.Id, Cancelled))!;
        channel.Disconnect();
        await Channels.SaveAsync(channel, null, Cancelled);
    }

    private async Task SentAsync(long listingId)
    {
        await using var db = Database.Open();
        await db.StockPushes.Where(push => push.ListingId == listingId)
            .ExecuteUpdateAsync(set => set.SetProperty(push => push.Due, false), Cancelled);
    }

    private async Task UpdateAsync(Item item)
    {
        await using var db = Database.Open();
        db.Update(item);
        await db.SaveChangesAsync(Cancelled);
    }

    private async Task ImportAsync(SyncRun run, SalesChannel channel, IEnumerable<MarketplaceOrder> orders)
    {
        var context = AnAmazonOrder.Context(now: Clock.GetUtcNow()) with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, channel, context).ImportAsync(orders);
    }

    private async Task<(int OnHand, int Reserved)> BalanceAsync()
    {
        await using var db = Database.Open();
        var balance = await db.StockBalances.SingleAsync(Cancelled);
        return (balance.OnHand, balance.Reserved);
    }

    /// <summary>Reads until it is told to stop.</summary>
    private sealed class EndlessModule : IModuleSync
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        public SyncModule Module => SyncModule.Items;

        public async Task<ModuleSyncResult> RunAsync(
            SyncRun run, SalesChannel channel, IWaitObserver waits, CancellationToken cancellationToken)
        {
            _started.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return new ModuleSyncResult(null);
        }
    }

    public sealed class OnSqlite() : ChannelRemovalTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ChannelRemovalTests(DatabaseProvider.SqlServer);
}
