using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.StockPushes;

public abstract class SendStockTests(DatabaseProvider provider) : PushTests(provider)
{
    [Fact]
    [Trait("Row", "K1")]
    public async Task Changed_stock_is_sent_once_with_the_figure_as_it_is_then()
    {
        await ListAsync("KETTLE", 10);
        await MoveAsync("KETTLE", -3);
        await MoveAsync("KETTLE", +1);

        await SendAsync();
        await SendAsync();

        Assert.Equal([new StockFigure("KETTLE", 8)], Amazon.Taken);
        var push = await PushAsync("KETTLE");
        Assert.Equal((PushState.Accepted, 8, false), (push.State, push.Quantity, push.Due));
        Assert.Equal(PushState.Accepted, Assert.Single(await AnswersAsync("KETTLE")).State);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Change_counted_while_a_figure_travels_is_sent_after_it()
    {
        await ListAsync("KETTLE", 10);
        Amazon.BeforePatch = async figure =>
        {
            if (figure.Quantity == 10)
            {
                await MoveAsync("KETTLE", -1);
            }
        };

        await SendAsync();

        Assert.Equal([10, 9], Amazon.Taken.Select(figure => figure.Quantity));
        Assert.False((await PushAsync("KETTLE")).Due);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Crash_between_the_answer_and_our_record_repeats_the_figure_and_harms_nothing()
    {
        await ListAsync("KETTLE", 10);
        var crashing = new CrashingStore(Store) { Crashes = 2 };

        await Assert.ThrowsAsync<StorageUnavailableException>(() => SendAsync(SenderOver(crashing)));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => SendAsync(SenderOver(crashing)));
        await MoveAsync("KETTLE", -4);
        await SendAsync(SenderOver(crashing));

        Assert.Equal([10, 10, 6], Amazon.Taken.Select(figure => figure.Quantity));
        Assert.Equal(6, Amazon.Shown["KETTLE"]);
        Assert.Equal((PushState.Accepted, 6), ((await PushAsync("KETTLE")).State, (await PushAsync("KETTLE")).Quantity));
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Crash_after_a_feed_was_handed_over_sends_the_figures_once_more()
    {
        await ListAsync("A/1", 10);
        var crashing = new CrashingStore(Store) { Crashes = 1 };

        await Assert.ThrowsAsync<StorageUnavailableException>(() => SendAsync(SenderOver(crashing)));
        await SendAsync(SenderOver(crashing));
        Amazon.EndFeed("feed-1");
        Amazon.EndFeed("feed-2");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();

        Assert.Equal(10, Amazon.Shown["A/1"]);
        Assert.Equal(PushState.Accepted, (await PushAsync("A/1")).State);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Refused_figure_waits_with_Amazons_reason_until_a_person_asks_again()
    {
        var listing = await ListAsync("KETTLE", 10);
        Amazon.Refusals["KETTLE"] = "The attribute is not valid. (Amazon's code 90000900)";
        await SendAsync();
        var push = await PushAsync("KETTLE");
        Assert.Equal((PushState.Refused, Amazon.Refusals["KETTLE"]), (push.State, push.Reason));

        Amazon.Refusals.Clear();
        await MoveAsync("KETTLE", -1);
        await SendAsync();
        Assert.Empty(Amazon.Taken);

        var again = await new PushAgain(Store, Database.Get<IChannelStore>(), new Quiet()).RunListingAsync(Manager, listing, Cancelled);
        await SendAsync();

        Assert.Equal(1, again.Value);
        Assert.Equal([new StockFigure("KETTLE", 9)], Amazon.Taken);
        Assert.Null((await PushAsync("KETTLE")).Reason);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task No_answer_is_tried_again_ever_more_seldom_and_then_told_apart_from_a_refusal()
    {
        await ListAsync("KETTLE", 10);
        for (var failures = 0; failures < 3; failures++)
        {
            Amazon.Failures.Enqueue(new MarketplaceUnavailableException("Amazon answered with error 503.", null));
        }

        var waits = new List<TimeSpan>();
        for (var failures = 0; failures < 3; failures++)
        {
            await SendAsync();
            var push = await PushAsync("KETTLE");
            Assert.Equal(PushState.Retrying, push.State);
            waits.Add(push.NotBefore!.Value - Clock.GetUtcNow());
            await SendAsync();
            Clock.Advance(waits[^1]);
        }

        await SendAsync();

        Assert.Equal([new StockFigure("KETTLE", 10)], Amazon.Taken);
        Assert.InRange(waits[0].TotalSeconds, 2.5, 5);
        Assert.InRange(waits[2].TotalSeconds, 10, 20);
        Assert.Equal(0, (await PushAsync("KETTLE")).Attempts);
    }

    [Fact]
    public async Task Outage_of_Amazon_is_not_asked_about_for_every_listing()
    {
        for (var number = 0; number < 30; number++)
        {
            await ListAsync($"SKU-{number:00}", number);
        }

        for (var failures = 0; failures < 30; failures++)
        {
            Amazon.Failures.Enqueue(new MarketplaceUnavailableException("Amazon could not be reached.", null));
        }

        await SendAsync();

        Assert.Equal(26, Amazon.Failures.Count);
        await using var db = Database.Open();
        Assert.Equal(30, await db.StockPushes.CountAsync(push => push.State == PushState.Retrying && push.Due, Cancelled));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Many_changes_travel_as_one_feed_and_a_message_can_be_refused_alone()
    {
        Amazon.PrefersFeeds = true;
        foreach (var sku in (string[])["A", "B", "C"])
        {
            await ListAsync(sku, 5);
        }

        await SendAsync();
        await MoveAsync("A", -2);
        await SendAsync();
        Assert.Equal(3, Assert.Single(Amazon.Feeds).Value.Count);
        Assert.Equal((PushState.InFeed, true), ((await PushAsync("A")).State, (await PushAsync("A")).Due));

        var refused = Amazon.Feeds["feed-1"].Single(message => message.Listed.Sku == "B").Id;
        Amazon.EndFeed("feed-1", refused);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();

        Assert.Equal((PushState.Refused, $"Message {refused} is not valid."), ((await PushAsync("B")).State, (await PushAsync("B")).Reason));
        Assert.Equal(PushState.Accepted, (await PushAsync("C")).State);
        Assert.Equal("A", Assert.Single(Amazon.Feeds["feed-2"]).Listed.Sku);
        Assert.Equal(3, Amazon.Feeds["feed-2"][0].Quantity);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Feed_that_fails_as_a_whole_is_sent_again_later_and_later()
    {
        Amazon.PrefersFeeds = true;
        await ListAsync("A", 5);
        await SendAsync();
        Amazon.FeedStates["feed-1"] = StockFeedState.Failed("Amazon ended the feed of quantities as FATAL; it is sent again.");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();

        var push = await PushAsync("A");
        Assert.Equal((PushState.Retrying, 1), (push.State, push.Attempts));
        Clock.Advance(TimeSpan.FromSeconds(6));
        await SendAsync();
        Amazon.FeedStates["feed-2"] = StockFeedState.Failed("Amazon ended the feed of quantities as FATAL; it is sent again.");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();

        Assert.Equal(2, (await PushAsync("A")).Attempts);
    }

    [Fact]
    public async Task Feed_that_the_quota_does_not_let_go_holds_up_no_single_figure()
    {
        Amazon.FeedWait = TimeSpan.FromMinutes(2);
        await ListAsync("A/1", 5);
        await ListAsync("B", 6);

        await SendAsync();

        Assert.Empty(Amazon.Feeds);
        Assert.Equal([new StockFigure("B", 6)], Amazon.Taken);
        Assert.True((await PushAsync("A/1")).Due);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task What_Amazon_fulfils_or_belongs_to_no_item_is_never_sent()
    {
        await ListAsync("FBA", 5, FulfilledBy.Amazon);
        await ListAsync("GONE", 6);
        await using (var db = Database.Open())
        {
            var listing = await db.Listings.SingleAsync(row => row.Sku == "GONE", Cancelled);
            listing.Unlink(ignore: true);
            await db.SaveChangesAsync(Cancelled);
        }

        await SendAsync();

        Assert.Empty(Amazon.Taken);
        Assert.False((await PushAsync("GONE")).Due);
        var refused = await new PushAgain(Store, Database.Get<IChannelStore>(), new Quiet())
            .RunListingAsync(Manager, await IdOfAsync("FBA"), Cancelled);
        Assert.Equal("stock.not-pushable", refused.Error?.Code);
    }

    [Fact]
    public async Task Read_back_confirms_what_Amazon_shows()
    {
        await ListAsync("KETTLE", 10);
        await SendAsync();
        Clock.Advance(TimeSpan.FromSeconds(29));
        await SendAsync();
        Assert.Equal(PushState.Accepted, (await PushAsync("KETTLE")).State);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync();

        var push = await PushAsync("KETTLE");
        Assert.Equal((PushState.Confirmed, 10), (push.State, push.Effective));
        Assert.Null(push.ReadBackAt);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Amazon_that_shows_more_is_sent_the_figure_again_three_times_at_most()
    {
        Amazon.Forgets = true;
        Amazon.Shown["KETTLE"] = 99;
        await ListAsync("KETTLE", 10);

        for (var turn = 0; turn < 60; turn++)
        {
            await SendAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(4, Amazon.Taken.Count);
        var push = await PushAsync("KETTLE");
        Assert.Equal((PushState.Differs, 99), (push.State, push.Effective));
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Amazon_that_shows_less_is_left_alone_until_every_order_up_to_then_is_read()
    {
        await ListAsync("KETTLE", 10);
        await SendAsync();
        Amazon.Shown["KETTLE"] = 8;
        for (var turn = 0; turn < 15; turn++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await SendAsync();
        }

        Assert.Single(Amazon.Taken);
        Assert.Equal((PushState.Differs, 8), ((await PushAsync("KETTLE")).State, (await PushAsync("KETTLE")).Effective));

        await MoveAsync("KETTLE", 0);
        await FinishAsync(await TakenAsync(SyncModule.Orders));
        await SendAsync();

        Assert.Equal([10, 10], Amazon.Taken.Select(figure => figure.Quantity));
    }

    [Fact]
    [Trait("Row", "K2")]
    public async Task Switched_off_nothing_is_sent_and_switched_on_the_current_state_is()
    {
        await ListAsync("A", 10);
        await ListAsync("B", 3);
        await SendAsync();
        var toggle = new SetStockSync(Database.Get<IChannelStore>(), Store, new Quiet());
        Assert.True((await toggle.RunAsync(Manager, Channel.Id, false, Cancelled)).Succeeded);
        await MoveAsync("A", -4);
        await SendAsync();
        Assert.Equal(2, Amazon.Taken.Count);

        Assert.True((await toggle.RunAsync(Manager, Channel.Id, true, Cancelled)).Succeeded);
        await SendAsync();

        Assert.Equal(
            [new StockFigure("A", 6), new StockFigure("B", 3)],
            Amazon.Taken.Skip(2).OrderBy(figure => figure.Sku, StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Channel_that_was_opened_again_sends_nothing_before_its_orders_were_read()
    {
        await ListAsync("KETTLE", 10);
        var channels = Database.Get<IChannelStore>();
        Clock.Advance(TimeSpan.FromHours(1));
        var channel = await ChannelAsync();
        channel.Disable(Clock.GetUtcNow());
        channel.Enable(Clock.GetUtcNow());
        await channels.SaveAsync(channel, null, Cancelled);

        await SendAsync();
        Assert.Empty(Amazon.Taken);
        Assert.True((await Database.Get<IStockPushQueries>().FindAsync(Channel.Id, Cancelled))!.IsHeld);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await MoveAsync("KETTLE", -2);
        await FinishAsync(await TakenAsync(SyncModule.Orders));
        await SendAsync();

        Assert.Equal([new StockFigure("KETTLE", 8)], Amazon.Taken);
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Channel_put_to_rest_in_mid_push_stops_and_loses_nothing()
    {
        for (var number = 0; number < 12; number++)
        {
            await ListAsync($"SKU-{number:00}", number + 1);
        }

        var channels = Database.Get<IChannelStore>();
        var rested = 0;
        Amazon.BeforePatch = async _ =>
        {
            if (Interlocked.Exchange(ref rested, 1) == 0)
            {
                var channel = await ChannelAsync();
                channel.Disable(Clock.GetUtcNow());
                await channels.SaveAsync(channel, null, Cancelled);
            }
        };

        await SendAsync();

        Assert.Equal(4, Amazon.Taken.Count);
        await using (var db = Database.Open())
        {
            Assert.Equal(8, await db.StockPushes.CountAsync(push => push.Due, Cancelled));
        }

        var woken = await ChannelAsync();
        woken.Enable(Clock.GetUtcNow());
        await channels.SaveAsync(woken, null, Cancelled);
        await FinishAsync(await TakenAsync(SyncModule.Orders));
        await SendAsync();

        Assert.Equal(12, Amazon.Taken.Select(figure => figure.Sku).Distinct().Count());
        Assert.Equal(12, Amazon.Taken.Count);
    }

    [Fact]
    [Trait("Row", "K1")]
    public async Task Buffer_and_cap_shape_what_is_offered()
    {
        var listing = await ListAsync("KETTLE", 10);
        var limits = new SetStockLimits(Store, new Quiet());
        Assert.Equal("stock.buffer", (await limits.RunAsync(Manager, listing, -1, null, Cancelled)).Error?.Code);
        Assert.Equal("stock.cap", (await limits.RunAsync(Manager, listing, 0, -1, Cancelled)).Error?.Code);

        Assert.True((await limits.RunAsync(Manager, listing, 3, 5, Cancelled)).Succeeded);
        await SendAsync();
        await MoveAsync("KETTLE", -8);
        await SendAsync();

        Assert.Equal([5, 0], Amazon.Taken.Select(figure => figure.Quantity));
    }

    [Fact]
    [Trait("Row", "W2")]
    public async Task Mapped_warehouse_alone_is_offered_where_one_is_mapped()
    {
        await ListAsync("KETTLE", 10);
        long other;
        await using (var db = Database.Open())
        {
            var warehouse = new Warehouse("Mysuru", false, Clock.GetUtcNow());
            db.Add(warehouse);
            await db.SaveChangesAsync(Cancelled);
            other = warehouse.Id;
        }

        await MoveAsync("KETTLE", 4, other);
        await SendAsync();
        var channel = await ChannelAsync();
        channel.MapWarehouse(other);
        await Database.Get<IChannelStore>().SaveAsync(channel, null, Cancelled);
        await MoveAsync("KETTLE", 1, other);
        await SendAsync();

        Assert.Equal([14, 5], Amazon.Taken.Select(figure => figure.Quantity));
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Status_counts_listings_by_how_their_figure_stands()
    {
        await ListAsync("A", 1);
        await ListAsync("B", 2);
        await ListAsync("FBA", 3, FulfilledBy.Amazon);
        Amazon.Refusals["B"] = "No.";
        await SendAsync();
        await ListAsync("C", 3);
        var queries = Database.Get<IStockPushQueries>();

        var status = (await queries.FindAsync(Channel.Id, Cancelled))!;
        var refused = await queries.ListAsync(Channel.Id, StockPushGroup.Refused, new PageRequest(), Cancelled);
        var all = await queries.ListAsync(Channel.Id, null, new PageRequest(2), Cancelled);

        Assert.Equal((true, false, 1, 1, 1), (status.IsOn, status.IsHeld, status.Waiting, status.Refused, status.Sent));
        Assert.Equal(("No.", 1), (Assert.Single(status.TopReasons).Reason, status.TopReasons[0].Count));
        Assert.Equal("B", Assert.Single(refused.Items).Sku);
        Assert.Equal((3, "A", "B"), (all.Total, all.Items[0].Sku, all.Items[1].Sku));
        Assert.Null(await queries.FindAsync(99, Cancelled));
    }

    [Fact]
    public async Task Old_answers_go_and_the_outbox_stays()
    {
        await ListAsync("A", 1);
        await SendAsync();
        Clock.Advance(TimeSpan.FromDays(70));
        await MoveAsync("A", 1);
        await SendAsync();

        var gone = await new PurgeStockAnswers(Store, Clock).RunAsync(Cancelled);

        Assert.Equal(1, gone);
        Assert.Contains(await AnswersAsync("A"), answer => answer.Quantity == 2);
        Assert.Equal(2, (await PushAsync("A")).Quantity);
    }

    private async Task<long> IdOfAsync(string sku)
    {
        await using var db = Database.Open();
        return await db.Listings.Where(listing => listing.Sku == sku).Select(listing => listing.Id).SingleAsync(Cancelled);
    }

    public sealed class OnSqlite() : SendStockTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : SendStockTests(DatabaseProvider.SqlServer);
}
