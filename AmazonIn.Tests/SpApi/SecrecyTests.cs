using System.Net;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class SecrecyTests : IDisposable
{
    private readonly SpApiRig _rig = new();

    [Fact]
    [Trait("Row", "L-01")]
    [Trait("Row", "C-21")]
    public async Task No_secret_and_nothing_personal_reaches_a_log_or_an_exception()
    {
        _rig.Amazon.AnswerInTurn(
            () => ScriptedAmazon.Json(AnOrder.Page(0, 2, "canary-page-token")),
            () => ScriptedAmazon.Error(HttpStatusCode.InternalServerError, "InternalFailure", "Canary Buyer canary-relay@marketplace.amazon.in"),
            () => ScriptedAmazon.Bytes("{\"orders\":[{\"buyer\":\"Canary"u8.ToArray()),
            () => ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized", "token Atza|canary-access-1 of canary@example.com", "X-Amz-Signature=canary"));
        var failure = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(ReadAsync);

        _rig.Amazon.AnswerWith(_ => throw new HttpRequestException("reset"));
        await Assert.ThrowsAsync<MarketplaceUnavailableException>(ReadAsync);
        _rig.Amazon.TokenAnswer = _ => ScriptedAmazon.Json("""{"error":"invalid_grant","error_description":"Atzr|canary-refresh-token"}""", HttpStatusCode.BadRequest);
        _rig.Get<AccessTokens>().ForgetAll();
        var revoked = await Assert.ThrowsAsync<MarketplaceUnauthorizedException>(ReadAsync);

        var logs = string.Join('\n', _rig.Logs.GetSnapshot().Select(record => record.Message + record.Exception + string.Concat(record.StructuredState ?? [])));
        Assert.Contains("searchOrders", logs, StringComparison.Ordinal);
        Assert.Contains("req-0001", logs, StringComparison.Ordinal);
        foreach (var text in new[] { logs, failure.ToString(), revoked.ToString() })
        {
            Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Atz", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("use Atza|IwEBIabc-_.~ now", "use [removed] now")]
    [InlineData("Atz.sprdt|xyz", "[removed]")]
    [InlineData("mail a.b+c@d.example now", "mail [removed] now")]
    [InlineData("amzn1.oa2-cs.v1.abc", "[removed]")]
    [InlineData("amzn.mws.4ea38b7b-f563-7709-4bae-87aea0000000", "[removed]")]
    [InlineData("a\r\nINFO forged\u2028line\u0000", "a INFO forged line")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    [Trait("Row", "L-04")]
    public void Texts_of_Amazons_are_made_safe(string? text, string? safe) => Assert.Equal(safe, SafeText.Of(text));

    [Fact]
    public void A_long_text_is_cut_without_breaking_a_character()
    {
        var cut = SafeText.Of(new string('a', 9) + "😀😀", 10)!;

        Assert.Equal("aaaaaaaaa…", cut);
    }

    [Fact]
    public void Printing_a_token_or_an_order_shows_nothing()
    {
        Assert.DoesNotContain("canary", new AccessToken("Atza|canary", 0, TimeSpan.FromHours(1)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "canary",
            System.Text.Json.JsonSerializer.Deserialize(
                AnOrder.Json().ToJsonString(), AmazonIn.Infrastructure.SpApi.Orders.Wire.OrdersJsonContext.Default.WireOrder)!.ToString(),
            StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => _rig.Dispose();

    private async Task ReadAsync()
    {
        await foreach (var _ in _rig.Orders.ReadAsync(
            SpApiRig.Channel, new OrderWindow(_rig.Time.GetUtcNow().AddDays(-1), null), null, _rig.Waits, TestContext.Current.CancellationToken))
        {
        }
    }
}
