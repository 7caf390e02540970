using System.Net;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

public sealed class FaultTests
{
    private const string Search = "/orders/2026-01-01/orders?lastUpdatedAfter=2026-10-20T00:00:00Z";
    private const string Participations = "/sellers/v1/marketplaceParticipations";

    private static CancellationToken Cancel => RunningSandbox.Cancel;

    [Theory]
    [InlineData("throttle", 429, "QuotaExceeded")]
    [InlineData("error500", 500, "InternalFailure")]
    [InlineData("error503", 503, "ServiceUnavailable")]
    [InlineData("unauthorized", 403, "Unauthorized")]
    public async Task A_fault_strikes_as_often_as_asked_and_then_no_more(string fault, int status, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await FaultAsync(sandbox, new { match = new { path = "/sellers/" }, fault, times = 2 });

        var first = await sandbox.RefusalAsync(HttpMethod.Get, Participations);
        var second = await sandbox.RefusalAsync(HttpMethod.Get, Participations);

        Assert.Equal((status, code), (first.Status, first.Code));
        Assert.Equal((status, code), (second.Status, second.Code));
        await sandbox.GetAsync(Participations);
    }

    [Fact]
    public async Task A_fault_strikes_only_what_matches()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.TokenAsync();
        await FaultAsync(sandbox, new { match = new { method = "POST", path = "/reports/" }, fault = "error500" });
        await FaultAsync(sandbox, new { match = new { path = "Participations" }, fault = "error503" });

        var search = await sandbox.GetAsync(Search, token);
        var reports = await sandbox.GetAsync("/reports/2021-06-30/reports?reportTypes=GET_MERCHANT_LISTINGS_ALL_DATA", token);
        var create = await sandbox.RefusalAsync(HttpMethod.Post, "/reports/2021-06-30/reports", new { }, token);
        var contained = await sandbox.RefusalAsync(HttpMethod.Get, Participations, token: token);

        Assert.NotEmpty(search.ListAt("orders"));
        Assert.Empty(reports.ListAt("reports"));
        Assert.Equal(500, create.Status);
        Assert.Equal(503, contained.Status);
    }

    [Fact]
    public async Task Faults_are_withdrawn_and_never_strike_the_control_endpoints()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.TokenAsync();
        await FaultAsync(sandbox, new { fault = "error500" });
        var refused = await sandbox.RefusalAsync(HttpMethod.Get, Participations, token: token);

        var listed = await sandbox.ControlAsync(HttpMethod.Get, "/control/faults");
        await sandbox.ControlAsync(HttpMethod.Delete, "/control/faults");

        Assert.Equal(500, refused.Status);
        Assert.Equal(1, listed.At("data.0.struck").GetInt32());
        await sandbox.GetAsync(Participations, token);
    }

    [Theory]
    [InlineData("unauthorized", 400, "invalid_grant")]
    [InlineData("error500", 500, "server_error")]
    [InlineData("error503", 503, "temporarily_unavailable")]
    public async Task The_token_endpoint_fails_in_its_own_words(string fault, int status, string error)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await FaultAsync(sandbox, new { match = new { path = "/auth/" }, fault });

        using var answer = await sandbox.Client.PostAsync("/auth/o2/token", RunningSandbox.TokenForm("Atzr|demo-in"), Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            error,
            RunningSandbox.Parse(await answer.Content.ReadAsStringAsync(Cancel)).TextAt("error"));
    }

    [Fact]
    public async Task Chance_comes_from_the_seed()
    {
        async Task<string> PatternAsync()
        {
            await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 5, Quotas = false });
            var token = await sandbox.TokenAsync();
            await FaultAsync(sandbox, new { fault = "error500", probability = 0.4 });
            var pattern = "";
            for (var i = 0; i < 60; i++)
            {
                using var answer = await sandbox.SendAsync(HttpMethod.Get, Participations, token: token);
                pattern += answer.IsSuccessStatusCode ? "." : "x";
            }

            return pattern;
        }

        var first = await PatternAsync();

        Assert.InRange(first.Count(character => character == 'x'), 12, 36);
        Assert.Equal(first, await PatternAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_truncated_answer_breaks_off_in_the_middle(bool compressed)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.TokenAsync();
        await FaultAsync(sandbox, new { match = new { path = "/orders/" }, fault = "truncate" });
        using var request = new HttpRequestMessage(HttpMethod.Get, Search);
        request.Headers.Add("x-amz-access-token", token);
        if (compressed)
        {
            request.Headers.AcceptEncoding.ParseAdd("gzip");
        }

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sandbox.Client.SendAsync(request, Cancel));
    }

    [Fact]
    public async Task A_malformed_answer_is_whole_and_no_json()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.TokenAsync();
        await FaultAsync(sandbox, new { match = new { path = "/orders/" }, fault = "malformed" });

        using var answer = await sandbox.SendAsync(HttpMethod.Get, Search, token: token);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.ThrowsAny<JsonException>(() => RunningSandbox.Parse(text));
    }

    [Fact]
    public async Task A_timeout_holds_the_answer_until_the_client_gives_up()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.TokenAsync();
        await FaultAsync(sandbox, new { match = new { path = "/orders/" }, fault = "timeout", times = 1 });
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, Search);
        request.Headers.Add("x-amz-access-token", token);

        var call = sandbox.Client.SendAsync(request, giveUp.Token);
        JsonElement rule;
        do
        {
            rule = (await sandbox.ControlAsync(HttpMethod.Get, "/control/faults")).At("data.0");
        }
        while (rule.GetProperty("struck").GetInt32() == 0);
        var stillWaiting = !call.IsCompleted;
        await giveUp.CancelAsync();

        Assert.True(stillWaiting);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await sandbox.GetAsync(Search, token);
    }

    [Fact]
    public async Task A_held_request_does_not_hold_up_the_end_of_the_marketplace()
    {
        var sandbox = await RunningSandbox.StartAsync();
        await FaultAsync(sandbox, new { match = new { path = "/sellers/" }, fault = "timeout" });
        var call = sandbox.Client.GetAsync(Participations, Cancel);
        while ((await sandbox.ControlAsync(HttpMethod.Get, "/control/faults"))
            .At("data.0.struck").GetInt32() == 0)
        {
            await Task.Yield();
        }

        await sandbox.StopAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => call);
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_duplicate_page_comes_twice_under_another_token_and_loses_nothing()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 60, Quotas = false });
        await FaultAsync(sandbox, new { match = new { path = "/orders" }, fault = "duplicatePage", times = 3 });

        var orders = await sandbox.AllOrdersAsync("&maxResultsPerPage=20");

        var ids = orders.ConvertAll(order => order.TextAt("orderId"));
        Assert.Equal(60, ids.Distinct().Count());
        Assert.Equal(120, ids.Count);
        Assert.Equal(ids[..20], ids[20..40]);
    }

    [Fact]
    public async Task An_unlimited_duplicate_page_never_ends_but_its_tokens_differ()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 5, Quotas = false });
        await FaultAsync(sandbox, new { match = new { path = "/orders" }, fault = "duplicatePage" });

        var tokens = new HashSet<string>();
        string? next = null;
        for (var i = 0; i < 5; i++)
        {
            var page = await sandbox.GetAsync(
                Search + (next is null ? "" : $"&paginationToken={Uri.EscapeDataString(next)}"));
            next = page.TextAt("pagination.nextToken")!;
            Assert.True(tokens.Add(next));
            Assert.Equal(5, page.GetProperty("orders").GetArrayLength());
        }
    }

    [Fact]
    public async Task Out_of_order_answers_come_newest_first_with_older_versions_behind()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 20, Quotas = false });
        var before = await sandbox.AllOrdersAsync();
        var id = before[3].TextAt("orderId");
        await sandbox.ControlAsync(HttpMethod.Patch, $"/control/orders/{id}", new { orderAliases = Array.Empty<object>() });
        await FaultAsync(sandbox, new { match = new { path = "/orders" }, fault = "outOfOrder" });

        var page = (await sandbox.GetAsync($"{Search}&includedData={RunningSandbox.AllDatasets}"))
            .ListAt("orders");
        var alone = await sandbox.GetAsync($"/orders/2026-01-01/orders/{id}?includedData={RunningSandbox.AllDatasets}");

        Assert.Equal(21, page.Count);
        Assert.Equal(id, page[0].TextAt("orderId"));
        Assert.Equal(before[3].GetRawText(), page[20].GetRawText());
        var times = page.Take(20).Select(order => order.GetProperty("lastUpdatedTime").GetDateTimeOffset()).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(before[3].GetRawText(), alone.GetProperty("order").GetRawText());
    }

    [Theory]
    [InlineData("""{"fault":"earthquake"}""")]
    [InlineData("""{"match":{"path":"/"}}""")]
    [InlineData("""{"fault":"throttle","probability":2}""")]
    [InlineData("""{"fault":"throttle","probability":"often"}""")]
    [InlineData("""{"fault":"throttle","times":0}""")]
    [InlineData("""[]""")]
    public async Task A_wrong_fault_is_refused(string fault)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refusal = await sandbox.RefusalAsync(HttpMethod.Post, "/control/faults", RunningSandbox.Parse(fault));

        Assert.Equal(400, refusal.Status);
    }

    private static async Task FaultAsync(RunningSandbox sandbox, object fault) =>
        await sandbox.ControlAsync(HttpMethod.Post, "/control/faults", fault);
}
