using System.Net;
using System.Net.WebSockets;

namespace AmazonIn.Tests.Portal.Endpoints;

public sealed class HeadersTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/account/login")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/channels")]
    [InlineData("/account.css")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var browser = fixture.Portal.Browser();

        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        var policy = Header(response, "Content-Security-Policy");
        foreach (var part in new[]
        {
            "default-src 'self'", "base-uri 'self'", "object-src 'none'", "frame-ancestors 'none'", "img-src 'self' data:",
            "style-src 'self' 'unsafe-inline'", $"ws://{fixture.Portal.Address.Authority}",
        })
        {
            Assert.Contains(part, policy, StringComparison.Ordinal);
        }

        var scripts = policy.Split(';').Single(part => part.Contains("script-src", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_nonce_is_new_each_time()
    {
        using var browser = fixture.Portal.Browser();
        var page = new Uri("/account/login", UriKind.Relative);

        using var first = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        using var second = await browser.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.NotEqual(Header(first, "Content-Security-Policy"), Header(second, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/password")]
    [InlineData("/api/v1/channels")]
    public async Task What_a_signed_in_person_sees_is_kept_nowhere(string path)
    {
        using var browser = await fixture.Portal.LoginAsync();

        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData(null)]
    public async Task A_circuit_is_opened_from_our_own_pages_only(string? origin)
    {
        using var browser = fixture.Portal.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var negotiate = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        using var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Circuit(), TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Forbidden, negotiate.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task A_signed_in_page_of_ours_can_open_a_circuit_without_compression()
    {
        // The positive control: the same handshake with the right origin and a session goes through.
        using var browser = await fixture.Portal.LoginAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", fixture.Portal.Address.GetLeftPart(UriPartial.Authority));
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        socket.Options.CollectHttpResponseDetails = true;

        socket.Options.Cookies = browser.Cookies;

        await socket.ConnectAsync(Circuit(), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, socket.HttpStatusCode);
        Assert.NotNull(socket.HttpResponseHeaders);
        Assert.False(socket.HttpResponseHeaders.ContainsKey("Sec-WebSocket-Extensions"));
        socket.Abort();
    }

    private Uri Circuit() => new UriBuilder(new Uri(fixture.Portal.Address, "/_blazor")) { Scheme = "ws" }.Uri;

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
