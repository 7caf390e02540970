using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class TokenTests
{
    private const string Participations = "/sellers/v1/marketplaceParticipations";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refresh_token_gives_an_access_token_by_form_and_by_json()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        using var byForm = await sandbox.Client.PostAsync("/auth/o2/token", RunningSandbox.TokenForm("Atzr|demo-in"), Cancel);
        using var byJson = await sandbox.Client.PostAsJsonAsync("/auth/o2/token", Fields("Atzr|demo-in-2"), Cancel);

        foreach (var (answer, refreshToken) in new[] { (byForm, "Atzr|demo-in"), (byJson, "Atzr|demo-in-2") })
        {
            var body = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("Atza|", body!["access_token"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal(refreshToken, body["refresh_token"]!.GetValue<string>());
            Assert.Equal("bearer", body["token_type"]!.GetValue<string>());
            Assert.Equal(3600, body["expires_in"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("refresh_token", "Atzr|unknown", 400, "invalid_grant")]
    [InlineData("client_secret", "wrong", 401, "invalid_client")]
    [InlineData("client_id", "wrong", 401, "invalid_client")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("refresh_token", null, 400, "invalid_request")]
    [InlineData("client_secret", null, 400, "invalid_request")]
    [InlineData("grant_type", null, 400, "invalid_request")]
    [InlineData("scope", "sellingpartnerapi::notifications", 400, "invalid_request")]
    public async Task A_wrong_request_for_a_token_is_refused(string field, string? value, int status, string error)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var fields = Fields("Atzr|demo-in");
        if (value is null)
        {
            fields.Remove(field);
        }
        else
        {
            fields[field] = value;
        }

        using var answer = await sandbox.Client.PostAsync("/auth/o2/token", new FormUrlEncodedContent(fields), Cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(error, body!["error"]!.GetValue<string>());
        Assert.NotEmpty(body["error_description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Grantless_tokens_need_a_known_scope_and_open_no_sellers_data()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var fields = Fields("");
        fields.Remove("refresh_token");
        fields["grant_type"] = "client_credentials";
        using var withoutScope = await sandbox.Client.PostAsJsonAsync("/auth/o2/token", fields, Cancel);
        fields["scope"] = "sellingpartnerapi::everything";
        using var wrongScope = await sandbox.Client.PostAsJsonAsync("/auth/o2/token", fields, Cancel);
        fields["scope"] = "sellingpartnerapi::notifications";
        using var granted = await sandbox.Client.PostAsJsonAsync("/auth/o2/token", fields, Cancel);
        var body = await granted.Content.ReadFromJsonAsync<JsonObject>(Cancel);

        var refusal = await sandbox.RefusalAsync(
            HttpMethod.Get,
            Participations,
            token: body!["access_token"]!.GetValue<string>());

        Assert.Equal(400, (int)withoutScope.StatusCode);
        Assert.Equal(400, (int)wrongScope.StatusCode);
        Assert.Null(body["refresh_token"]);
        Assert.Equal((403, "Unauthorized"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_call_without_a_token_is_refused_in_Amazons_words()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        using var answer = await sandbox.Client.GetAsync(Participations, Cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Unauthorized", body!["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(
            "Access token is missing in the request header.",
            body["errors"]![0]!["details"]!.GetValue<string>());
        Assert.False(answer.Headers.Contains("x-amzn-RateLimit-Limit"));
    }

    [Fact]
    public async Task An_access_token_expires_by_the_marketplaces_clock()
    {
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxOptions { Listings = 0, Orders = 0, AccessTokenLifetime = TimeSpan.FromMinutes(10) });
        var token = await sandbox.TokenAsync();
        await sandbox.ControlAsync(HttpMethod.Post, "/control/clock", new { advance = "00:09:59" });
        await sandbox.GetAsync(Participations, token);
        await sandbox.ControlAsync(HttpMethod.Post, "/control/clock", new { advance = "00:00:01" });

        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, Participations, token: token);

        Assert.Equal((403, "Unauthorized", "The access token you provided has expired"), refusal);
    }

    [Theory]
    [InlineData("Atza|bm90IHNpZ25lZA==")]
    [InlineData("Atza|")]
    [InlineData("nonsense")]
    public async Task A_forged_access_token_is_refused(string token)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, Participations, token: token);

        Assert.Equal((403, "Unauthorized"), (refusal.Status, refusal.Code));
        Assert.Contains("malformed", refusal.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_ends_refresh_and_access_tokens_of_that_seller_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await sandbox.TokenAsync();
        var second = await sandbox.TokenAsync("Atzr|demo-in-2");

        await sandbox.ControlAsync(HttpMethod.Post, "/control/tokens/revoke", new { sellerId = "A1DEMOSELLERIN" });

        using var refresh = await sandbox.Client.PostAsync("/auth/o2/token", RunningSandbox.TokenForm("Atzr|demo-in"), Cancel);
        var refusal = await sandbox.RefusalAsync(HttpMethod.Get, Participations, token: first);
        Assert.Equal(HttpStatusCode.BadRequest, refresh.StatusCode);
        Assert.Contains("invalid_grant", await refresh.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(403, refusal.Status);
        await sandbox.GetAsync(Participations, second);

        await sandbox.ControlAsync(HttpMethod.Post, "/control/tokens/restore", new { sellerId = "A1DEMOSELLERIN" });
        await sandbox.GetAsync(Participations, await sandbox.TokenAsync());
    }

    private static Dictionary<string, string> Fields(string refreshToken) => new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = refreshToken,
        ["client_id"] = "amzn1.application-oa2-client.demo",
        ["client_secret"] = "demo-secret",
    };
}
