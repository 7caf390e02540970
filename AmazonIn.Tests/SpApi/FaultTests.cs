using System.IO.Compression;
using System.Net;
using System.Text;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class FaultTests : IDisposable
{
    private readonly SpApiRig _rig = new();

    [Fact]
    [Trait("Row", "F-01")]
    public async Task A_throttled_call_waits_for_the_bucket_and_goes_on_from_the_same_page()
    {
        _rig.Amazon.AnswerInTurn(
            () => ScriptedAmazon.Json(AnOrder.Page(0, 1, "t1")),
            () => ScriptedAmazon.Error(HttpStatusCode.TooManyRequests, "QuotaExceeded", "You exceeded your quota."),
            () => ScriptedAmazon.Json(AnOrder.Page(1, 1)));

        var pages = await ReadAsync();

        Assert.Equal(2, pages.Count);
        Assert.Equal(["t1", "t1"], _rig.Amazon.Calls.Skip(1).Select(call => call.Query("paginationToken")));
        var waited = _rig.Amazon.Calls[2].At - _rig.Amazon.Calls[1].At;
        Assert.True(waited >= TimeSpan.FromSeconds(1 / 0.0056) - TimeSpan.FromSeconds(3), $"waited {waited}");
        Assert.Contains(_rig.Waits.Waits, wait => wait.Reason == "Amazon's quota for orders refills");
        Assert.All(_rig.Waits.Waits, wait => Assert.True(wait.Until <= _rig.Time.GetUtcNow()));
    }

    [Fact]
    [Trait("Row", "F-01")]
    public async Task A_storm_of_throttling_ends_after_six_tries_at_most()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(HttpStatusCode.TooManyRequests, "QuotaExceeded"));

        var throttled = await Assert.ThrowsAsync<MarketplaceThrottledException>(() => ReadAsync());

        Assert.Equal("amazon.throttled", throttled.Code);
        Assert.True(throttled.RetryAfter > TimeSpan.Zero);
        Assert.InRange(_rig.Amazon.Calls.Count, 2, 6);
    }

    [Fact]
    [Trait("Row", "F-01")]
    public async Task Retry_after_is_honoured()
    {
        _rig.Amazon.AnswerInTurn(
            () =>
            {
                var busy = ScriptedAmazon.Status(HttpStatusCode.ServiceUnavailable);
                busy.Headers.TryAddWithoutValidation("Retry-After", "77");
                return busy;
            },
            () => ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        await ReadAsync();

        Assert.Equal(TimeSpan.FromSeconds(77), Assert.Single(_rig.Pauses.Slept));
        Assert.Single(_rig.Waits.Waits);
    }

    [Fact]
    [Trait("Row", "F-01")]
    public async Task Twenty_five_quick_reads_keep_to_the_usage_plan()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        for (var read = 0; read < 25; read++)
        {
            await ReadAsync();
        }

        var start = _rig.Amazon.Calls[0].At;
        Assert.All(_rig.Amazon.Calls.Take(20), call => Assert.Equal(start, call.At));
        for (var late = 20; late < 25; late++)
        {
            Assert.True(_rig.Amazon.Calls[late].At - start >= TimeSpan.FromSeconds((late - 19) / 0.0056) - TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_rate_that_Amazon_tells_is_adopted_and_an_unlimited_one_spares_the_store()
    {
        _rig.Amazon.AnswerWith(_ => Limited("1000.0"));

        for (var read = 0; read < 30; read++)
        {
            await ReadAsync();
        }

        Assert.Equal(1, _rig.Quotas.Takes);
        Assert.Empty(_rig.Pauses.Slept);

        _rig.Amazon.AnswerWith(_ => Limited("0.5"));
        await ReadAsync();
        await ReadAsync();
        Assert.Equal(2, _rig.Quotas.Takes);
        Assert.Equal(0.5, _rig.Get<CurrentRates>().Of("A1SELLER", UsagePlans.SearchOrders).RatePerSecond);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [Trait("Row", "F-02")]
    public async Task Five_failures_and_a_success_are_a_success(HttpStatusCode status)
    {
        Func<HttpResponseMessage> fails = () => ScriptedAmazon.Error(status, "InternalFailure");
        _rig.Amazon.AnswerInTurn(fails, fails, fails, fails, fails, () => ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        Assert.Single(await ReadAsync());
        Assert.Equal(6, _rig.Amazon.Calls.Count);
    }

    [Fact]
    [Trait("Row", "F-02")]
    public async Task A_lasting_failure_ends_after_six_tries_within_a_quarter_of_an_hour()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes(Encoding.UTF8.GetBytes("<html>Service Unavailable</html>"), "text/html").With(HttpStatusCode.ServiceUnavailable));
        var began = _rig.Time.GetUtcNow();

        var unavailable = await Assert.ThrowsAsync<MarketplaceUnavailableException>(() => ReadAsync());

        Assert.Equal(6, _rig.Amazon.Calls.Count);
        Assert.True(_rig.Time.GetUtcNow() - began <= TimeSpan.FromMinutes(15));
        Assert.Equal("req-0001", unavailable.RequestId);
        Assert.DoesNotContain("html", unavailable.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Row", "F-06")]
    public async Task A_lost_connection_is_tried_again()
    {
        var calls = 0;
        _rig.Amazon.AnswerWith(_ => ++calls < 3 ? throw new HttpRequestException("reset") : ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        Assert.Single(await ReadAsync());
    }

    [Fact]
    [Trait("Row", "F-06")]
    public async Task A_body_that_breaks_off_is_discarded_whole()
    {
        var whole = Encoding.UTF8.GetBytes(AnOrder.Page(0, 3));
        var calls = 0;
        _rig.Amazon.AnswerWith(_ => ++calls switch
        {
            1 => ScriptedAmazon.Bytes([]).With(new BreakingContent(whole.AsSpan(0, whole.Length / 2).ToArray())),
            2 => ScriptedAmazon.Bytes(whole[..(whole.Length / 2)]),
            _ => ScriptedAmazon.Bytes(whole),
        });

        Assert.Equal(3, Assert.Single(await ReadAsync()).Records.Count);
        Assert.Equal(3, calls);
    }

    [Theory]
    [InlineData("<html><body>Bad</body></html>")]
    [InlineData("")]
    [InlineData("{\"orders\":[NaN]}")]
    [InlineData("{\"orders\":[]} trailing")]
    [InlineData("{\"orders\":{}}")]
    [InlineData("{\"payload\":[]}")]
    [InlineData("[]")]
    [Trait("Row", "F-08")]
    public async Task A_page_that_cannot_be_read_is_asked_for_twice_more(string body)
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes(Encoding.UTF8.GetBytes(body)));

        var unavailable = await Assert.ThrowsAsync<MarketplaceUnavailableException>(() => ReadAsync());

        Assert.Equal(3, _rig.Amazon.Calls.Count);
        Assert.Contains("cannot be read", unavailable.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "F-08")]
    public async Task A_byte_order_mark_is_no_trouble()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(AnOrder.Page(0, 1))]));

        Assert.Single(await ReadAsync());
    }

    [Fact]
    [Trait("Row", "Z-03")]
    public async Task Nesting_beyond_sixty_four_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70));
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json($$"""{"orders":[],"x":{{deep}}}"""));

        await Assert.ThrowsAsync<MarketplaceUnavailableException>(() => ReadAsync());
    }

    [Fact]
    [Trait("Row", "F-05")]
    public async Task An_answer_that_does_not_come_within_thirty_seconds_is_tried_again()
    {
        var calls = 0;
        _rig.Amazon.Answer = async (_, cancellationToken) =>
        {
            if (++calls == 1)
            {
                _rig.Time.Advance(TimeSpan.FromSeconds(31));
                await Task.Delay(Timeout.InfiniteTimeSpan, _rig.Time, cancellationToken);
            }

            return ScriptedAmazon.Json(AnOrder.Page(0, 1));
        };

        Assert.Single(await ReadAsync());
        Assert.Equal(2, calls);
    }

    [Fact]
    [Trait("Row", "F-05")]
    public async Task A_caller_who_cancels_gets_a_cancellation_and_no_retry()
    {
        using var caller = new CancellationTokenSource();
        var calls = 0;
        _rig.Amazon.Answer = async (_, cancellationToken) =>
        {
            calls++;
            await caller.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, _rig.Time, cancellationToken);
            return ScriptedAmazon.Status(HttpStatusCode.OK);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(caller.Token));
        Assert.Equal(1, calls);
    }

    [Fact]
    [Trait("Row", "F-07")]
    public async Task A_body_that_drips_is_given_up()
    {
        var calls = 0;
        _rig.Amazon.AnswerWith(_ => ++calls == 1
            ? ScriptedAmazon.Bytes([]).With(new DrippingContent(_rig.Time))
            : ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        Assert.Single(await ReadAsync());
        Assert.Equal(2, calls);
    }

    [Fact]
    [Trait("Row", "Z-01")]
    public async Task A_gzip_bomb_is_not_unpacked()
    {
        var bomb = Gzip(new byte[200 * 1024 * 1024]);
        Assert.True(bomb.Length < 300_000);
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes(bomb, encoding: "gzip"));

        var unavailable = await Assert.ThrowsAsync<MarketplaceUnavailableException>(() => ReadAsync());

        Assert.Contains("too large", unavailable.Message, StringComparison.Ordinal);
        Assert.Single(_rig.Amazon.Calls);

        var network = new CountingStream(new MemoryStream(bomb));
        await using var bounded = new BoundedStream(
            new GZipStream(network, CompressionMode.Decompress), () => network.Total, long.MaxValue);
        await Assert.ThrowsAsync<AnswerTooLargeException>(
            () => bounded.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        Assert.True(bounded.Position < 32 * 1024 * 1024);
    }

    [Fact]
    [Trait("Row", "Z-06")]
    public async Task An_answer_over_thirty_two_mebibytes_is_refused()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes(new byte[(32 * 1024 * 1024) + 1]));

        await Assert.ThrowsAsync<MarketplaceUnavailableException>(() => ReadAsync());
        Assert.Single(_rig.Amazon.Calls);
    }

    [Fact]
    public async Task Packed_answers_are_asked_for_and_unpacked()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes(Gzip(Encoding.UTF8.GetBytes(AnOrder.Page(0, 2))), encoding: "gzip"));

        Assert.Equal(2, Assert.Single(await ReadAsync()).Records.Count);
        Assert.Equal("gzip", _rig.Amazon.Calls[0].Headers["Accept-Encoding"]);
    }

    [Theory]
    [InlineData(400, "InvalidInput", "Invalid marketplace for this region", "amazon.wrong-region", typeof(MarketplaceUnauthorizedException))]
    [InlineData(401, "Unauthorized", "", "amazon.reauthorize", typeof(MarketplaceUnauthorizedException))]
    [InlineData(403, "Unauthorized", "Access to requested resource is denied.", "amazon.role-missing", typeof(MarketplaceUnauthorizedException))]
    [InlineData(403, "Unauthorized", "The access token you provided is revoked, malformed or invalid.", "amazon.reauthorize", typeof(MarketplaceUnauthorizedException))]
    [InlineData(403, "Unauthorized", "The marketplace ids are not valid for the region.", "amazon.wrong-region", typeof(MarketplaceUnauthorizedException))]
    [InlineData(403, "MissingAuthenticationToken", "Missing Authentication Token", "amazon.unknown-path", typeof(MarketplaceRejectedException))]
    [InlineData(404, "NotFound", "", "amazon.not-found", typeof(MarketplaceRejectedException))]
    [InlineData(413, "RequestTooLarge", "", "amazon.too-large", typeof(MarketplaceRejectedException))]
    [InlineData(415, "UnsupportedMediaType", "", "amazon.media-type", typeof(MarketplaceRejectedException))]
    [InlineData(418, "Teapot", "short and stout", "amazon.rejected", typeof(MarketplaceRejectedException))]
    [InlineData(302, "Moved", "", "amazon.rejected", typeof(MarketplaceRejectedException))]
    [Trait("Row", "F-04")]
    public async Task Refusals_are_not_repeated_and_say_what_to_do(int status, string code, string message, string expected, Type type)
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error((HttpStatusCode)status, code, message));

        var refused = (MarketplaceException)await Assert.ThrowsAsync(type, async () =>
        {
            await foreach (var _ in _rig.Listings.ReadAsync(SpApiRig.Channel, null, null, _rig.Waits, TestContext.Current.CancellationToken))
            {
            }
        });

        Assert.Equal(expected, refused.Code);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.Contains("req-0001", refused.Message, StringComparison.Ordinal);
        Assert.InRange(_rig.Amazon.Calls.Count, 1, 2);
        Assert.Empty(_rig.Pauses.Slept);
    }

    [Fact]
    public async Task A_html_page_instead_of_the_error_is_no_trouble()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Bytes("<html>400 Bad Request</html>"u8.ToArray(), "text/html").With(HttpStatusCode.BadRequest));

        var refused = await Assert.ThrowsAsync<MarketplaceRejectedException>(() => ReadAsync());

        Assert.Equal("amazon.invalid-input", refused.Code);
        Assert.DoesNotContain("html", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "F-11")]
    public async Task Shuffled_orders_and_older_versions_come_through_as_they_are()
    {
        var newer = AnOrder.Json("403-1-1");
        var older = AnOrder.Json("403-1-1", "PENDING");
        older["lastUpdatedTime"] = "2026-08-30T06:30:00Z";
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AnOrder.Page(
            [AnOrder.Json("403-2-2").ToJsonString(), newer.ToJsonString(), older.ToJsonString()])));

        var records = Assert.Single(await ReadAsync()).Records;

        Assert.Equal(["403-2-2", "403-1-1", "403-1-1"], records.Select(record => record.Key));
        Assert.True(records[1].Value!.UpdatedAt > records[2].Value!.UpdatedAt);
    }

    public void Dispose() => _rig.Dispose();

    private static HttpResponseMessage Limited(string rate)
    {
        var response = ScriptedAmazon.Json(AnOrder.Page(0, 1));
        response.Headers.TryAddWithoutValidation("x-amzn-RateLimit-Limit", rate);
        return response;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private async Task<List<MarketplacePage<MarketplaceOrder>>> ReadAsync(CancellationToken? cancellationToken = null)
    {
        List<MarketplacePage<MarketplaceOrder>> pages = [];
        await foreach (var page in _rig.Orders.ReadAsync(
            SpApiRig.Channel,
            new OrderWindow(new DateTimeOffset(2026, 8, 25, 0, 0, 0, TimeSpan.Zero), null),
            null,
            _rig.Waits,
            cancellationToken ?? TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }
}
