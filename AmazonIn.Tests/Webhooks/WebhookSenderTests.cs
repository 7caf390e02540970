using System.Net;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Webhooks;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Webhooks;

/// <summary>One attempt, over real sockets.</summary>
public sealed class WebhookSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly WebhookSecret _secret = WebhookSecret.Generate();
    private readonly WebhookDelivery _delivery = new(3, new WebhookEvent(WebhookEventType.OrderCreated, 12), Now.AddSeconds(-1));
    private Receiver _receiver = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    [Trait("Row", "W-01")]
    public async Task Receiver_that_knows_the_standard_alone_verifies_the_bytes_it_got()
    {
        using var sender = Sender();

        var answer = await SendAsync(sender);

        Assert.Equal((WebhookOutcome.Accepted, 204), (answer.Outcome, answer.Status));
        var call = Assert.Single(_receiver.Calls);
        Assert.True(call.IsSignedWith(_secret.Reveal()));
        Assert.False(call.IsSignedWith(WebhookSecret.Generate().Reveal()));
        Assert.False((call with { Body = [.. call.Body, (byte)' '] }).IsSignedWith(_secret.Reveal()));
        Assert.Equal(_delivery.MessageId, call.Id);
        Assert.Equal("1795420800", call.Headers["webhook-timestamp"]);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
    }

    [Fact]
    [Trait("Row", "X5")]
    [Trait("Row", "W-05")]
    public async Task Body_is_kind_time_and_id_and_nothing_else()
    {
        using var sender = Sender();

        await SendAsync(sender);

        Assert.Equal(
            """{"type":"order.created","timestamp":"2026-11-23T07:59:59+00:00","data":{"object":"order","id":12}}""",
            Assert.Single(_receiver.Calls).Text);
        Assert.DoesNotContain(_receiver.Calls.Single().Headers.Keys, name =>
            name.Equals("traceparent", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Row", "W-02")]
    public async Task During_a_rotation_both_secrets_sign()
    {
        var fresh = WebhookSecret.Generate();
        using var sender = Sender();

        await sender.SendAsync(_receiver.Url, [fresh, _secret], _delivery, Cancelled);

        var call = Assert.Single(_receiver.Calls);
        Assert.True(call.IsSignedWith(fresh.Reveal()) && call.IsSignedWith(_secret.Reveal()));
    }

    [Fact]
    [Trait("Row", "S-04")]
    public async Task Redirect_is_a_failure_and_is_not_followed()
    {
        _receiver.Answer = context =>
        {
            context.Response.Redirect(new Uri(_receiver.Url, "/elsewhere").AbsoluteUri);
            return Task.CompletedTask;
        };
        using var sender = Sender();

        var answer = await SendAsync(sender);

        Assert.Equal((WebhookOutcome.Redirected, 302), (answer.Outcome, answer.Status));
        Assert.Equal("/hooks", Assert.Single(_receiver.Calls).Path);
    }

    [Theory]
    [InlineData(500, WebhookOutcome.Refused)]
    [InlineData(404, WebhookOutcome.Refused)]
    [InlineData(410, WebhookOutcome.Gone)]
    [InlineData(200, WebhookOutcome.Accepted)]
    public async Task Status_decides(int status, WebhookOutcome outcome)
    {
        _receiver.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        };
        using var sender = Sender();

        var answer = await SendAsync(sender);

        Assert.Equal((outcome, status), (answer.Outcome, answer.Status));
        Assert.Equal(TimeSpan.FromMinutes(2), answer.RetryAfter);
    }

    [Fact]
    [Trait("Row", "S-06")]
    public async Task Endless_body_of_an_answer_is_not_read()
    {
        var gone = new TaskCompletionSource();
        _receiver.Answer = async context =>
        {
            try
            {
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(new byte[8192], context.RequestAborted);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The other side hung up, as it should.
            }

            gone.SetResult();
        };
        using var sender = Sender();

        var answer = await SendAsync(sender);

        Assert.Equal(WebhookOutcome.Accepted, answer.Outcome);
        await gone.Task.WaitAsync(Cancelled);
    }

    [Fact]
    [Trait("Row", "W-04")]
    public async Task Receiver_that_does_not_answer_is_left_after_fifteen_seconds()
    {
        var asked = new TaskCompletionSource();
        _receiver.Answer = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        using var sender = Sender();
        var sending = SendAsync(sender);
        await asked.Task.WaitAsync(Cancelled);

        _clock.Advance(WebhookSender.Patience);
        var answer = await sending;

        Assert.Equal(WebhookOutcome.TimedOut, answer.Outcome);
        Assert.Equal(WebhookSender.Patience, answer.Duration);
    }

    [Fact]
    [Trait("Row", "S-02")]
    public async Task Target_inside_a_network_is_not_connected_to_unless_it_is_named()
    {
        using var sender = Sender(WebhookTargets.PublicOnly);

        var answer = await SendAsync(sender);

        Assert.Equal(WebhookOutcome.NotAllowed, answer.Outcome);
        Assert.Empty(_receiver.Calls);
    }

    [Fact]
    [Trait("Row", "S-02")]
    public async Task Name_of_which_one_address_is_inside_a_network_is_not_connected_to()
    {
        using var sender = Sender(WebhookTargets.PublicOnly, new Names([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]));

        var answer = await SendAsync(sender, new UriBuilder(_receiver.Url) { Host = "hooks.example" }.Uri);

        Assert.Equal(WebhookOutcome.NotAllowed, answer.Outcome);
        Assert.Empty(_receiver.Calls);
    }

    [Fact]
    [Trait("Row", "S-02")]
    public async Task Name_that_answers_differently_the_second_time_gains_nothing()
    {
        var names = new Names([IPAddress.Parse("192.0.2.1")], [IPAddress.Loopback]);
        using var sender = Sender(WebhookTargets.PublicOnly, names);

        await SendAsync(sender, new UriBuilder(_receiver.Url) { Host = "hooks.example" }.Uri);

        Assert.Equal(1, names.Asked);
        Assert.Empty(_receiver.Calls);
    }

    [Fact]
    public async Task Name_that_nobody_knows_and_a_port_where_nobody_listens_are_unreachable()
    {
        var url = _receiver.Url;
        var allowed = _receiver.Allowed;
        await _receiver.DisposeAsync();
        using var sender = Sender(allowed);

        Assert.Equal(WebhookOutcome.Unreachable, (await SendAsync(sender, url)).Outcome);
        Assert.Equal(WebhookOutcome.Unreachable, (await SendAsync(sender, new Uri("https://no-such-name.invalid/"))).Outcome);
    }

    private WebhookSender Sender(WebhookTargets? targets = null, IHostAddresses? names = null) =>
        new(new GuardedConnection(targets ?? _receiver.Allowed, names ?? new DnsAddresses()), _clock);

    private Task<WebhookAnswer> SendAsync(WebhookSender sender, Uri? url = null) =>
        sender.SendAsync(url ?? _receiver.Url, [_secret], _delivery, Cancelled);

    /// <summary>Answers with the next addresses each time it is asked.</summary>
    private sealed class Names(params IPAddress[][] answers) : IHostAddresses
    {
        public int Asked { get; private set; }

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult(answers[Math.Min(Asked++, answers.Length - 1)]);
    }
}
