using System.Net;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class AuthorizationTests : IDisposable
{
    private const string Participations =
        """
        {"payload":[{"marketplace":{"id":"A21TJRUUN4KGV","countryCode":"IN","name":"Amazon.in","defaultCurrencyCode":"INR",
        "defaultLanguageCode":"en_IN","domainName":"www.amazon.in"},"storeName":"Kurta House",
        "participation":{"isParticipating":true,"hasSuspendedListings":false}},
        {"marketplace":{"id":"A2VIGQ35RCS4UG","name":"Amazon.ae","defaultCurrencyCode":"AED"},
        "participation":{"isParticipating":false,"hasSuspendedListings":true}}]}
        """;

    private readonly SpApiRig _rig = new();

    [Fact]
    [Trait("Row", "C5")]
    public async Task Identifiers_are_checked_against_Amazon()
    {
        _rig.Amazon.AnswerWith(call => ScriptedAmazon.Json(
            call.Path.StartsWith("/sellers/", StringComparison.Ordinal) ? Participations : AListing.Page([], 0)));

        var account = await VerifyAsync();

        Assert.Equal("Kurta House", account.StoreName);
        Assert.Equal(
            [
                new MarketplaceParticipation("A21TJRUUN4KGV", "Amazon.in", "INR", true, false),
                new MarketplaceParticipation("A2VIGQ35RCS4UG", "Amazon.ae", "AED", false, true),
            ],
            account.Participations);
        Assert.Contains("refresh_token=Atzr%7Ccanary-pasted", Assert.Single(_rig.Amazon.TokenCalls).Body, StringComparison.Ordinal);
        Assert.All(_rig.Amazon.Calls, call => Assert.Equal("sellingpartnerapi-eu.amazon.com", call.Address.Host));
    }

    [Theory]
    [InlineData("invalid_grant", 400, "amazon.reauthorize")]
    [InlineData("access_denied", 400, "amazon.reauthorize")]
    [InlineData("invalid_client", 401, "amazon.client-secret")]
    [InlineData("unauthorized_client", 400, "amazon.client-secret")]
    [InlineData("invalid_request", 400, "amazon.login-rejected")]
    [Trait("Row", "C5")]
    public async Task Wrong_identifiers_are_refused_in_plain_words(string error, int status, string code)
    {
        _rig.Amazon.TokenAnswer = _ => ScriptedAmazon.Json(
            $$"""{"error":"{{error}}","error_description":"about Atzr|canary-pasted"}""", (HttpStatusCode)status);

        var refused = await Assert.ThrowsAnyAsync<MarketplaceException>(VerifyAsync);

        Assert.Equal(code, refused.Code);
        Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(_rig.Amazon.TokenCalls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    [Trait("Row", "C5")]
    public async Task A_seller_id_of_somebody_else_is_noticed(HttpStatusCode status)
    {
        _rig.Amazon.AnswerWith(call => call.Path.StartsWith("/sellers/", StringComparison.Ordinal)
            ? ScriptedAmazon.Json(Participations)
            : ScriptedAmazon.Error(status, "Unauthorized"));

        var refused = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(VerifyAsync);

        Assert.Equal("amazon.seller-id", refused.Code);
        Assert.Equal(2, _rig.Amazon.Calls.Count);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_checked_token()
    {
        _rig.Amazon.AnswerWith(call => call.Path.Split('/')[1] switch
        {
            "sellers" => ScriptedAmazon.Json(Participations),
            "listings" => ScriptedAmazon.Json(AListing.Page([], 0)),
            _ => ScriptedAmazon.Json(AnOrder.Page(0, 1)),
        });
        await VerifyAsync();

        await foreach (var _ in _rig.Orders.ReadAsync(
            SpApiRig.Channel, new OrderWindow(_rig.Time.GetUtcNow().AddDays(-1), null), null, _rig.Waits, TestContext.Current.CancellationToken))
        {
        }

        Assert.Contains("canary-refresh-token", _rig.Amazon.TokenCalls[1].Body, StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private Task<VerifiedAccount> VerifyAsync() => _rig.Authorization.VerifyAsync(
        Marketplace.India, "A1SELLER", "Atzr|canary-pasted", TestContext.Current.CancellationToken);
}
