using System.Net;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class AccessTokenTests : IDisposable
{
    private const long ChannelId = 7;

    private readonly SpApiRig _rig = new();

    [Fact]
    [Trait("Row", "F-17")]
    public async Task A_token_is_renewed_at_eighty_percent_of_its_life()
    {
        var tokens = _rig.Get<AccessTokens>();

        var first = await tokens.GetAsync(ChannelId, TestContext.Current.CancellationToken);
        _rig.Time.Advance(TimeSpan.FromMinutes(47));
        var still = await tokens.GetAsync(ChannelId, TestContext.Current.CancellationToken);
        _rig.Time.Advance(TimeSpan.FromMinutes(2));
        var renewed = await tokens.GetAsync(ChannelId, TestContext.Current.CancellationToken);

        Assert.Equal(["Atza|canary-access-1", "Atza|canary-access-1", "Atza|canary-access-2"], [first.Value, still.Value, renewed.Value]);
    }

    [Fact]
    [Trait("Row", "F-17")]
    public async Task Twenty_callers_at_once_make_one_exchange()
    {
        var tokens = _rig.Get<AccessTokens>();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Task.Run(() => tokens.GetAsync(ChannelId, TestContext.Current.CancellationToken))));

        Assert.Single(_rig.Amazon.TokenCalls);
        Assert.Single(all.Distinct());
    }

    [Fact]
    public async Task One_caller_giving_up_does_not_take_the_token_from_the_others()
    {
        var tokens = _rig.Get<AccessTokens>();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tokens.GetAsync(ChannelId, gone.Token));
        var token = await tokens.GetAsync(ChannelId, TestContext.Current.CancellationToken);

        Assert.Equal("Atza|canary-access-1", token.Value);
    }

    [Fact]
    [Trait("Row", "F-17")]
    public async Task A_token_that_dies_mid_run_is_replaced_and_the_call_repeated_once()
    {
        _rig.Amazon.AnswerWith(call => call.Headers["x-amz-access-token"] == "Atza|canary-access-1"
            ? ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized", "Access to requested resource is denied.", "The access token you provided has expired.")
            : ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        var pages = await ReadAsync();

        Assert.Single(pages);
        Assert.Equal(2, _rig.Amazon.Calls.Count);
        Assert.Equal(2, _rig.Amazon.TokenCalls.Count);
    }

    [Fact]
    [Trait("Row", "F-17")]
    public async Task A_refusal_that_a_fresh_token_does_not_cure_is_not_repeated_again()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized", "Access to requested resource is denied."));

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(() => ReadAsync());

        Assert.Equal("amazon.role-missing", refused.Code);
        Assert.Contains("role", refused.Message, StringComparison.Ordinal);
        Assert.Equal("req-0001", refused.RequestId);
        Assert.Equal(2, _rig.Amazon.Calls.Count);
        Assert.Equal(2, _rig.Amazon.TokenCalls.Count);
    }

    [Fact]
    [Trait("Row", "F-18")]
    public async Task A_revoked_authorisation_ends_the_read_after_one_exchange()
    {
        _rig.Amazon.TokenAnswer = _ => ScriptedAmazon.Json(
            """{"error":"invalid_grant","error_description":"The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission."}""",
            HttpStatusCode.BadRequest);

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(() => ReadAsync());

        Assert.Equal("amazon.reauthorize", refused.Code);
        Assert.Single(_rig.Amazon.TokenCalls);
        Assert.Empty(_rig.Amazon.Calls);
        Assert.Empty(_rig.Pauses.Slept);
    }

    [Fact]
    [Trait("Row", "F-18")]
    public async Task An_authorisation_revoked_mid_run_keeps_the_pages_before_it()
    {
        var served = 0;
        _rig.Amazon.AnswerWith(_ => served++ == 0
            ? ScriptedAmazon.Json(AnOrder.Page(0, 2, "t1"))
            : ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized", "", "The access token you provided is revoked, malformed or invalid."));
        _rig.Amazon.TokenAnswer = _ => _rig.Amazon.TokenCalls.Count == 1
            ? ScriptedAmazon.Json("""{"access_token":"Atza|x","expires_in":3600}""")
            : ScriptedAmazon.Json("""{"error":"invalid_grant"}""", HttpStatusCode.BadRequest);
        List<MarketplacePage<AmazonIn.Domain.Orders.MarketplaceOrder>> pages = [];

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(() => ReadAsync(pages));

        Assert.Equal("amazon.reauthorize", refused.Code);
        Assert.Single(pages);
        Assert.Equal(2, _rig.Amazon.TokenCalls.Count);
    }

    [Fact]
    [Trait("Row", "F-20")]
    public async Task An_expired_client_secret_has_words_of_its_own()
    {
        _rig.Amazon.TokenAnswer = _ => ScriptedAmazon.Json(
            """{"error":"invalid_client","error_description":"Client authentication failed"}""", HttpStatusCode.Unauthorized);

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(() => ReadAsync());

        Assert.Equal("amazon.client-secret", refused.Code);
        Assert.Contains("rotate the LWA secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_service_in_trouble_is_tried_again()
    {
        _rig.Amazon.TokenAnswer = _ => _rig.Amazon.TokenCalls.Count switch
        {
            1 => ScriptedAmazon.Status(HttpStatusCode.ServiceUnavailable),
            2 => ScriptedAmazon.Bytes("<html>oops</html>"u8.ToArray(), "text/html"),
            _ => ScriptedAmazon.Json("""{"access_token":"Atza|x","expires_in":"3600"}"""),
        };
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        Assert.Single(await ReadAsync());
        Assert.Equal(3, _rig.Amazon.TokenCalls.Count);
    }

    [Fact]
    public async Task A_channel_without_an_authorisation_says_so()
    {
        _rig.Channels.RefreshToken = null;

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(() => ReadAsync());

        Assert.Equal("amazon.reauthorize", refused.Code);
    }

    [Fact]
    public async Task The_exchange_is_a_form_with_the_secrets_in_its_body()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AnOrder.Page(0, 1)));

        await ReadAsync();

        var call = Assert.Single(_rig.Amazon.TokenCalls);
        Assert.Equal(new Uri("https://api.amazon.com/auth/o2/token"), call.Address);
        Assert.Equal("application/x-www-form-urlencoded", call.Headers["Content-Type"]);
        Assert.Equal(
            "grant_type=refresh_token&refresh_token=Atzr%7Ccanary-refresh-token&client_id=amzn1.application-oa2-client.test"
            + "&client_secret=amzn1.oa2-cs.v1.canary-client-secret",
            call.Body);
        Assert.False(call.Headers.ContainsKey("x-amz-access-token"));
    }

    public void Dispose() => _rig.Dispose();

    private async Task<List<MarketplacePage<AmazonIn.Domain.Orders.MarketplaceOrder>>> ReadAsync(
        List<MarketplacePage<AmazonIn.Domain.Orders.MarketplaceOrder>>? pages = null)
    {
        pages ??= [];
        await foreach (var page in _rig.Orders.ReadAsync(
            SpApiRig.Channel, new OrderWindow(_rig.Time.GetUtcNow().AddDays(-1), null), null, _rig.Waits, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }
}
