using System.Globalization;
using System.Net;

using AmazonIn.Infrastructure.Sandbox;

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AmazonIn.Tests.Sandbox;

public sealed class HostingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://0.0.0.0:5099")]
    [InlineData("http://192.168.1.10:5099")]
    [InlineData("http://demo.example.com:5099")]
    [InlineData("https://127.0.0.1:5099")]
    [InlineData("http://127.0.0.1:5099/path")]
    [InlineData("5099")]
    public void Only_plain_loopback_addresses_are_taken(string url)
    {
        var exception = Assert.Throws<ArgumentException>(
            () => SandboxApplication.Build(new SandboxOptions { Url = url }, TimeProvider.System));

        Assert.Contains("Sandbox:Url", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://127.0.0.1:0")]
    public async Task Every_loopback_host_works_with_a_free_port(string url)
    {
        Assert.SkipWhen(
            url.Contains("::1", StringComparison.Ordinal) && !System.Net.Sockets.Socket.OSSupportsIPv6,
            "This machine has no IPv6.");
        await using var app = SandboxApplication.Build(
            new SandboxOptions { Url = url, Listings = 1, Orders = 1 },
            TimeProvider.System);
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await client.GetAsync("/control/state", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await app.StopAsync(Cancel);
    }

    [Theory]
    [InlineData(-1, 10, null)]
    [InlineData(10, -1, null)]
    [InlineData(10, 10, "/no/such/file.tsv")]
    public void Wrong_options_are_named(int listings, int orders, string? file)
    {
        var exception = Assert.Throws<ArgumentException>(() => SandboxApplication.Build(
            new SandboxOptions { Listings = listings, Orders = orders, OrdersFile = file },
            TimeProvider.System));

        Assert.Contains("Sandbox:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_carry_a_request_id_the_marketplaces_date_and_the_rate()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync(HttpMethod.Post, "/control/clock", new { advance = "3.00:00:00" });
        sandbox.Time.Advance(TimeSpan.FromSeconds(5));

        using var answer = await sandbox.SendAsync(HttpMethod.Get, "/sellers/v1/marketplaceParticipations");

        Assert.True(Guid.TryParse(answer.Headers.GetValues("x-amzn-RequestId").Single(), CultureInfo.InvariantCulture, out _));
        Assert.Equal(RunningSandbox.Start.AddDays(3).AddSeconds(5), answer.Headers.Date);
        Assert.Equal("0.016", answer.Headers.GetValues("x-amzn-RateLimit-Limit").Single());
    }

    [Fact]
    public async Task Answers_are_compressed_for_those_who_ask()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/control/orders");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var compressed = await sandbox.Client.SendAsync(request, Cancel);
        using var plain = await sandbox.Client.GetAsync("/control/orders", Cancel);

        Assert.Equal("gzip", compressed.Content.Headers.ContentEncoding.Single());
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.True(
            (await compressed.Content.ReadAsByteArrayAsync(Cancel)).Length
            < (await plain.Content.ReadAsByteArrayAsync(Cancel)).Length / 2);
    }

    [Fact]
    public async Task Requests_leave_no_line_in_the_log_and_odd_orders_files_do()
    {
        using var log = new FakeLoggerProvider();
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            "amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsku\tquantity\titem-price\n" +
            "171-1\tnever\tShipped\tAmazon\tA\t1\t5\n",
            Cancel);
        await using var app = SandboxApplication.Build(
            new SandboxOptions { Url = "http://127.0.0.1:0", OrdersFile = path },
            TimeProvider.System,
            logging => logging.AddProvider(log));
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var answer = await client.GetAsync("/control/state?secret=1", Cancel);

        File.Delete(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Contains("has 1 lines that cannot be served", line.Message, StringComparison.Ordinal);
        await app.StopAsync(Cancel);
    }

    [Theory]
    [InlineData("GET", "/orders/v0/orders")]
    [InlineData("DELETE", "/orders/2026-01-01/orders")]
    [InlineData("GET", "/")]
    public async Task An_unknown_path_or_method_is_answered_as_the_gateway_does(string method, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(new HttpMethod(method), path);

        Assert.Equal((403, "MissingAuthenticationToken"), (refusal.Status, refusal.Code));
    }

    [Theory]
    [InlineData("Host", "rebound.example.com")]
    [InlineData("Origin", "https://evil.example.com")]
    public async Task A_page_from_elsewhere_in_this_machines_browser_is_not_served(string header, string value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/control/state");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await sandbox.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Participations_have_the_models_shape_and_name_India_and_its_currency()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var first = await sandbox.GetAsync("/sellers/v1/marketplaceParticipations");
        var second = await sandbox.GetAsync(
            "/sellers/v1/marketplaceParticipations",
            await sandbox.TokenAsync("Atzr|demo-in-2"));
        var account = await sandbox.GetAsync("/sellers/v1/account");

        var marketplace = Assert.Single(first.ListAt("payload")).GetProperty("marketplace");
        Assert.Equal(RunningSandbox.India, marketplace.TextAt("id"));
        Assert.Equal("INR", marketplace.TextAt("defaultCurrencyCode"));
        Assert.Equal(2, second.GetProperty("payload").GetArrayLength());
        await AmazonModel.Sellers.AssertMatchesAsync("GetMarketplaceParticipationsResponse", first);
        await AmazonModel.Sellers.AssertMatchesAsync("GetAccountResponse", account);
    }
}
