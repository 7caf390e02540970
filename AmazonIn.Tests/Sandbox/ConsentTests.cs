using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.WebUtilities;

namespace AmazonIn.Tests.Sandbox;

public sealed class ConsentTests
{
    private const string RedirectUri = "http://localhost:5080/amazon/callback?from=portal";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consent_redirects_with_state_seller_and_a_code_that_gives_tokens_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var query = await ConsentAsync(sandbox);
        using var first = await RedeemAsync(sandbox, query["spapi_oauth_code"]!);
        using var again = await RedeemAsync(sandbox, query["spapi_oauth_code"]!);
        var body = await first.Content.ReadFromJsonAsync<JsonObject>(Cancel);

        Assert.Equal("portal", query["from"]);
        Assert.Equal("st@te & more", query["state"]);
        Assert.Equal("A1DEMOSELLERIN", query["selling_partner_id"]);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("invalid_grant", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var refreshToken = body!["refresh_token"]!.GetValue<string>();
        Assert.StartsWith("Atzr|", refreshToken, StringComparison.Ordinal);
        await sandbox.GetAsync("/sellers/v1/marketplaceParticipations", await sandbox.TokenAsync(refreshToken));
    }

    [Fact]
    public async Task A_refresh_token_from_consent_outlives_a_restart_of_the_marketplace()
    {
        string refreshToken;
        await using (var before = await RunningSandbox.StartAsync())
        {
            using var answer = await RedeemAsync(before, (await ConsentAsync(before))["spapi_oauth_code"]!);
            var body = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);
            refreshToken = body!["refresh_token"]!.GetValue<string>();
        }

        await using var after = await RunningSandbox.StartAsync();

        Assert.NotEmpty(await after.TokenAsync(refreshToken));
    }

    [Fact]
    public async Task A_code_ends_after_five_minutes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var query = await ConsentAsync(sandbox);
        await sandbox.ControlAsync(HttpMethod.Post, "/control/clock", new { advance = "00:05:00" });

        using var answer = await RedeemAsync(sandbox, query["spapi_oauth_code"]!);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_is_bound_to_its_redirect_address()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var query = await ConsentAsync(sandbox);

        using var answer = await RedeemAsync(sandbox, query["spapi_oauth_code"]!, "https://elsewhere.example/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("state=s&redirect_uri=http%3A%2F%2Flocalhost%2F")]
    [InlineData("application_id=a&redirect_uri=http%3A%2F%2Flocalhost%2F")]
    [InlineData("application_id=a&state=s")]
    [InlineData("application_id=a&state=s&redirect_uri=javascript%3Aalert(1)")]
    [InlineData("application_id=a&state=s&redirect_uri=http%3A%2F%2Flocalhost%2F&selling_partner_id=NOBODY")]
    public async Task A_wrong_consent_request_is_refused(string query)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        using var answer = await sandbox.Client.GetAsync($"/apps/authorize/consent?{query}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<IDictionary<string, string?>> ConsentAsync(RunningSandbox sandbox)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = sandbox.Client.BaseAddress };
        using var answer = await browser.GetAsync(QueryHelpers.AddQueryString(
            "/apps/authorize/consent",
            new Dictionary<string, string?>
            {
                ["application_id"] = "amzn1.sellerapps.app.demo",
                ["state"] = "st@te & more",
                ["redirect_uri"] = RedirectUri,
                ["version"] = "beta",
            }), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.Location!;
        Assert.StartsWith("http://localhost:5080/amazon/callback?", location.AbsoluteUri, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(location.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
    }

    private static Task<HttpResponseMessage> RedeemAsync(
        RunningSandbox sandbox,
        string code,
        string redirectUri = RedirectUri) =>
        sandbox.Client.PostAsync("/auth/o2/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["client_id"] = "amzn1.application-oa2-client.demo",
            ["client_secret"] = "demo-secret",
        }), Cancel);
}
