using System.Net;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class OrderReadingTests : IDisposable
{
    private static readonly OrderWindow _window = new(new DateTimeOffset(2026, 8, 25, 0, 0, 0, TimeSpan.Zero), null);

    private readonly SpApiRig _rig = new();

    [Fact]
    public async Task A_window_is_read_page_by_page_to_its_end()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(call.Query("paginationToken") switch
        {
            null => AnOrder.Page(0, 100, "t/1+="),
            "t/1+=" => AnOrder.Page(100, 100, "t2"),
            _ => AnOrder.Page(200, 5),
        }));

        var pages = await ReadAsync();

        Assert.Equal([100, 100, 5], pages.Select(page => page.Records.Count));
        Assert.Null(pages[^1].NextPage);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 11, 58, 0, TimeSpan.Zero), pages[^1].ReadUpTo);
        Assert.All(pages[..^1], page => Assert.Null(page.ReadUpTo));
        Assert.All(_rig.Amazon.Calls, call =>
        {
            Assert.Equal("A21TJRUUN4KGV", call.Query("marketplaceIds"));
            Assert.Equal("2026-08-25T00:00:00Z", call.Query("lastUpdatedAfter"));
            Assert.Null(call.Query("lastUpdatedBefore"));
            Assert.Equal("100", call.Query("maxResultsPerPage"));
            Assert.Equal("Atza|canary-access-1", call.Headers["x-amz-access-token"]);
            Assert.Contains("Language=", call.Headers["User-Agent"], StringComparison.Ordinal);
            Assert.Null(call.Body);
        });
        Assert.Single(_rig.Amazon.TokenCalls);
    }

    [Fact]
    public async Task A_read_goes_on_from_a_page_with_the_same_filters()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(
            call.Query("paginationToken") is null ? AnOrder.Page(0, 2, "t1") : AnOrder.Page(2, 1)));
        var place = (await ReadAsync())[0].NextPage!;
        _rig.Time.Advance(TimeSpan.FromHours(20));

        var rest = await ReadAsync(place);

        Assert.Equal(AnOrder.Id(2), Assert.Single(Assert.Single(rest).Records).Key);
        Assert.Equal("t1", _rig.Amazon.Calls[^1].Query("paginationToken"));
        Assert.Equal("2026-08-25T00:00:00Z", _rig.Amazon.Calls[^1].Query("lastUpdatedAfter"));
        Assert.True(place.Length < 1000);
    }

    [Fact]
    [Trait("Row", "F-10")]
    public async Task A_place_older_than_a_day_has_expired()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(
            call.Query("paginationToken") is null ? AnOrder.Page(0, 2, "t1") : AnOrder.Page(2, 1)));
        var place = (await ReadAsync())[0].NextPage!;
        _rig.Time.Advance(TimeSpan.FromHours(24));

        await Assert.ThrowsAsync<PageExpiredException>(() => ReadAsync(place));
        await Assert.ThrowsAsync<PageExpiredException>(() => ReadAsync("not a place"));
        await Assert.ThrowsAsync<PageExpiredException>(() => ReadAsync("{}"));
    }

    [Fact]
    [Trait("Row", "F-10")]
    public async Task A_refused_page_token_has_expired()
    {
        _rig.Amazon.AnswerWith(call => call.Query("paginationToken") is null
            ? ScriptedAmazon.Json(AnOrder.Page(0, 2, "t1"))
            : ScriptedAmazon.Error(HttpStatusCode.BadRequest, "InvalidInput"));

        await Assert.ThrowsAsync<PageExpiredException>(() => ReadAsync());
    }

    [Fact]
    public async Task One_unreadable_order_does_not_stop_the_others()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AnOrder.Page(
            [AnOrder.Json("403-1-1").ToJsonString(), """{"orderId":"403-2-2","createdTime":[]}""", "7", AnOrder.Json("403-3-3").ToJsonString()])));

        var records = Assert.Single(await ReadAsync()).Records;

        Assert.Equal(["403-1-1", "403-2-2", "record 3", "403-3-3"], records.Select(record => record.Key));
        Assert.Equal([true, false, false, true], records.Select(record => record.Value is not null));
        Assert.All(records.Where(record => record.Value is null), record => Assert.NotNull(record.Reason));
    }

    [Fact]
    [Trait("Row", "F-03")]
    public async Task An_end_that_is_too_new_is_set_back_by_Amazons_clock()
    {
        var now = _rig.Time.GetUtcNow();
        _rig.Amazon.AnswerWith(call =>
        {
            var tooNew = DateTimeOffset.Parse(call.Query("lastUpdatedBefore")!, null) > now.AddMinutes(-5);
            var answer = tooNew
                ? ScriptedAmazon.Error(HttpStatusCode.BadRequest, "InvalidInput")
                : ScriptedAmazon.Json(AnOrder.Page(0, 1));
            answer.Headers.Date = now.AddMinutes(-3);
            return answer;
        });

        var pages = await ReadAsync(window: _window with { To = now });

        Assert.Single(pages);
        Assert.Equal(2, _rig.Amazon.Calls.Count);
    }

    [Fact]
    public async Task A_dataset_that_is_out_of_order_is_left_out_and_orders_say_that_they_are_incomplete()
    {
        _rig.Amazon.AnswerWith(call => call.Query("includedData")!.Contains("TAX", StringComparison.Ordinal)
            ? ScriptedAmazon.Error(HttpStatusCode.BadRequest, "InvalidInput")
            : ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        var order = Assert.Single(Assert.Single(await ReadAsync()).Records).Value!;

        Assert.False(order.Complete);
        Assert.Equal(MarketplaceOrderStatus.Unshipped, order.Status);
    }

    [Fact]
    public async Task A_marketplace_that_the_account_does_not_sell_in_is_named_after_one_call()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(
            HttpStatusCode.BadRequest, "InvalidInput", "The marketplace id is not valid for the region."));

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(() => ReadAsync());

        Assert.Equal("amazon.wrong-region", refused.Code);
        Assert.Single(_rig.Amazon.Calls);
    }

    [Fact]
    public async Task A_search_that_is_refused_however_little_is_asked_for_ends_the_read()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(HttpStatusCode.BadRequest, "InvalidInput", "Not valid."));

        var refused = await Assert.ThrowsAsync<MarketplaceRejectedException>(() => ReadAsync());

        Assert.Equal("amazon.invalid-input", refused.Code);
        Assert.Equal(3, _rig.Amazon.Calls.Count);
    }

    [Fact]
    [Trait("Row", "F-09")]
    public async Task A_page_that_comes_twice_is_harmless_and_one_that_keeps_coming_ends_the_read()
    {
        var calls = 0;
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(++calls < 3 ? AnOrder.Page(0, 3, "t1") : AnOrder.Page(3, 3)));
        Assert.Equal(3, (await ReadAsync()).Count);

        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AnOrder.Page(0, 3, "t1")));
        var loop = await Assert.ThrowsAsync<MarketplaceUnavailableException>(() => ReadAsync());
        Assert.Contains("same page", loop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_is_fetched_while_the_caller_works()
    {
        var second = new TaskCompletionSource();
        _rig.Amazon.AnswerWith(call =>
        {
            if (call.Query("paginationToken") is null)
            {
                return ScriptedAmazon.Json(AnOrder.Page(0, 1, "t1"));
            }

            second.TrySetResult();
            return ScriptedAmazon.Json(AnOrder.Page(1, 1));
        });

        await using var pages = _rig.Orders.ReadAsync(SpApiRig.Channel, _window, null, _rig.Waits, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await pages.MoveNextAsync());

        await second.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Single_orders_come_in_the_order_of_their_ids_and_unknown_ones_with_a_reason()
    {
        _rig.Amazon.AnswerWith(call => call.Path.EndsWith("/403-2-2", StringComparison.Ordinal)
            ? ScriptedAmazon.Error(HttpStatusCode.NotFound, "NotFound", "no such order")
            : ScriptedAmazon.Json($$"""{"order":{{AnOrder.Json(call.Path.Split('/')[^1]).ToJsonString()}}}"""));

        List<MarketplaceRecord<MarketplaceOrder>> records = [];
        await foreach (var record in _rig.Orders.ReadByIdAsync(
            SpApiRig.Channel, ["403-1-1", "403-2-2", "403-3-3"], _rig.Waits, TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        Assert.Equal(["403-1-1", "403-2-2", "403-3-3"], records.Select(record => record.Key));
        Assert.Equal("amazon.not-found", records[1].ReasonCode);
        Assert.Contains("no such order", records[1].Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private async Task<List<MarketplacePage<MarketplaceOrder>>> ReadAsync(string? from = null, OrderWindow? window = null)
    {
        List<MarketplacePage<MarketplaceOrder>> pages = [];
        await foreach (var page in _rig.Orders.ReadAsync(
            SpApiRig.Channel, window ?? _window, from, _rig.Waits, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }
}
