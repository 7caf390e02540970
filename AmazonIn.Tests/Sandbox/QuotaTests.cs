using System.Net;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class QuotaTests
{
    private const string Search = "/orders/2026-01-01/orders?lastUpdatedAfter=2026-11-20T00:00:00Z&maxResultsPerPage=1";

    private static CancellationToken Cancel => RunningSandbox.Cancel;

    [Theory]
    [InlineData("/orders/2026-01-01/orders?lastUpdatedAfter=2026-11-20T00:00:00Z", 20, 178.6, "0.0056")]
    [InlineData("/orders/2026-01-01/orders/404-0000000-0000000", 30, 2, "0.5")]
    [InlineData("/listings/2021-08-01/items/A1DEMOSELLERIN?marketplaceIds=A21TJRUUN4KGV", 5, 0.2, "5.0")]
    [InlineData("/listings/2021-08-01/items/A1DEMOSELLERIN/X?marketplaceIds=A21TJRUUN4KGV", 10, 0.2, "5.0")]
    [InlineData("/reports/2021-06-30/reports?reportTypes=GET_MERCHANT_LISTINGS_ALL_DATA", 10, 45.1, "0.0222")]
    [InlineData("/sellers/v1/marketplaceParticipations", 15, 62.5, "0.016")]
    public async Task A_bucket_holds_its_burst_and_fills_by_the_marketplaces_clock(
        string path,
        int burst,
        double secondsAToken,
        string rate)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var statuses = await SendAsync(sandbox, path, burst + 1);
        sandbox.Time.Advance(TimeSpan.FromSeconds(secondsAToken) - TimeSpan.FromMilliseconds(100));
        var tooEarly = await SendAsync(sandbox, path, 1);
        sandbox.Time.Advance(TimeSpan.FromMilliseconds(200));
        var refilled = await SendAsync(sandbox, path, 2);

        Assert.All(statuses.Take(burst), answer => Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.Status));
        Assert.All(statuses.Take(burst), answer => Assert.Equal(rate, answer.Rate));
        Assert.Equal((HttpStatusCode.TooManyRequests, null), statuses[^1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooEarly[0].Status);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, refilled[0].Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, refilled[1].Status);
    }

    [Fact]
    public async Task Throttling_has_Amazons_words()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await SendAsync(sandbox, Search, 20);

        using var answer = await sandbox.SendAsync(HttpMethod.Get, Search);

        var error = RunningSandbox.Parse(await answer.Content.ReadAsStringAsync(Cancel)).At("errors.0");
        Assert.Equal("QuotaExceeded", error.TextAt("code"));
        Assert.Equal("You exceeded your quota for the requested resource.", error.TextAt("message"));
        Assert.Equal("", error.TextAt("details"));
        Assert.True(answer.Headers.Contains("x-amzn-RequestId"));
    }

    [Fact]
    public async Task Each_seller_and_operation_has_a_bucket_of_its_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await SendAsync(sandbox, Search, 21);

        using var otherSeller = await sandbox.SendAsync(HttpMethod.Get, Search, token: await sandbox.TokenAsync("Atzr|demo-in-2"));
        using var otherOperation = await sandbox.SendAsync(HttpMethod.Get, "/orders/2026-01-01/orders/404-0000000-0000000");

        Assert.Equal(HttpStatusCode.OK, otherSeller.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, otherOperation.StatusCode);
    }

    [Fact]
    public async Task A_full_bucket_does_not_overflow()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await SendAsync(sandbox, Search, 20);
        await sandbox.ControlAsync(HttpMethod.Post, "/control/clock", new { advance = "7.00:00:00" });

        var token = await sandbox.TokenAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            using var answer = await sandbox.SendAsync(HttpMethod.Get, Search, token: token);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(20, statuses.Count(status => status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Quotas_can_be_switched_off()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 30, Quotas = false });

        Assert.All(await SendAsync(sandbox, Search, 50), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task Calls_are_counted_with_those_that_were_throttled()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await SendAsync(sandbox, Search, 23);

        var calls = await sandbox.ControlAsync(HttpMethod.Get, "/control/calls");

        var search = calls.ListAt("data")
            .Single(call => call.TextAt("operation") == "searchOrders");
        Assert.Equal(23, search.GetProperty("count").GetInt32());
        Assert.Equal(3, search.GetProperty("throttled").GetInt32());
        Assert.Contains(calls.ListAt("data"), call =>
            call.TextAt("operation") == "requestToken" && call.GetProperty("count").GetInt32() == 1);
    }

    private static async Task<List<(HttpStatusCode Status, string? Rate)>> SendAsync(RunningSandbox sandbox, string path, int times)
    {
        var answers = new List<(HttpStatusCode, string?)>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await sandbox.SendAsync(HttpMethod.Get, path);
            answers.Add((
                answer.StatusCode,
                answer.Headers.TryGetValues("x-amzn-RateLimit-Limit", out var rate) ? rate.Single() : null));
        }

        return answers;
    }
}
