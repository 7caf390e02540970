using System.Collections.Concurrent;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.UseCases.Outbox;

public abstract class OutboxRunnerTests(DatabaseProvider provider) : SellerTests(provider)
{
    private readonly Sender _sender = new("stock");
    private readonly Faults _faults = new();

    [Fact]
    [Trait("Row", "K1")]
    public async Task Slow_channel_holds_up_no_other()
    {
        var second = await ConnectAsync("A2DEMOSELLERIN");
        var hold = new TaskCompletionSource();
        _sender.Work = (channel, _) => channel.Id == Channel.Id ? hold.Task : Task.CompletedTask;
        using var runner = Runner();

        await runner.TickAsync(Cancelled);
        await _sender.SeenAsync(Channel.Id, 1);
        while (_sender.Count(second.Id) < 2)
        {
            // A tick that comes while the other channel's first round is still ending starts nothing.
            await runner.TickAsync(Cancelled);
            await Task.Yield();
        }

        Assert.Equal(1, _sender.Count(Channel.Id));
        hold.SetResult();
        await runner.WhenIdleAsync();
    }

    [Fact]
    public async Task One_of_two_portals_sends_and_the_other_takes_over_when_it_dies()
    {
        await using var instance = Database.AnotherInstance();
        var elsewhere = new Sender("stock");
        using var here = Runner();
        using var there = Runner(elsewhere, instance);

        await TickAsync(here);
        await TickAsync(there);
        Assert.Equal((1, 0), (_sender.Count(Channel.Id), elsewhere.Count(Channel.Id)));

        Clock.Advance(OutboxRunner.Lease + TimeSpan.FromSeconds(1));
        await TickAsync(there);
        await TickAsync(here);

        Assert.Equal((1, 1), (_sender.Count(Channel.Id), elsewhere.Count(Channel.Id)));
    }

    [Fact]
    public async Task Portal_that_stops_gives_its_channels_away_at_once()
    {
        await using var instance = Database.AnotherInstance();
        var elsewhere = new Sender("stock");
        using var here = Runner();
        using var there = Runner(elsewhere, instance);
        await TickAsync(here);

        await here.StopAsync(Cancelled);
        await TickAsync(there);
        await TickAsync(here);

        Assert.Equal((1, 1), (_sender.Count(Channel.Id), elsewhere.Count(Channel.Id)));
    }

    [Fact]
    [Trait("Row", "K3")]
    public async Task Channel_put_to_rest_stops_what_is_under_way()
    {
        var stopped = false;
        _sender.Work = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Clock, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopped = token.IsCancellationRequested;
            token.ThrowIfCancellationRequested();
        };
        using var runner = Runner();
        await runner.TickAsync(Cancelled);
        await _sender.SeenAsync(Channel.Id, 1);

        var channel = (await Database.Get<IChannelStore>().FindAsync(Channel.Id, Cancelled))!;
        channel.Disable(Clock.GetUtcNow());
        await Database.Get<IChannelStore>().SaveAsync(channel, null, Cancelled);
        await TickAsync(runner);
        await TickAsync(runner);

        Assert.True(stopped);
        Assert.Equal(1, _sender.Count(Channel.Id));
        Assert.Empty(_faults.Seen);
    }

    [Fact]
    [Trait("Row", "S3")]
    public async Task Account_that_Amazon_locks_out_needs_attention_and_is_left_alone()
    {
        _sender.Work = (_, _) => throw new MarketplaceUnauthorizedException("amazon.reauthorize", "Authorise again.", null);
        using var runner = Runner();

        await TickAsync(runner);
        await TickAsync(runner);

        var channel = (await Database.Get<IChannelStore>().FindAsync(Channel.Id, Cancelled))!;
        Assert.Equal((ChannelState.NeedsAttention, "Authorise again."), (channel.State, channel.Attention));
        Assert.Equal(1, _sender.Count(Channel.Id));
    }

    [Fact]
    public async Task Fault_is_told_and_tried_again_after_a_rest()
    {
        _sender.Work = (_, _) => throw new InvalidOperationException("Nobody foresaw this.");
        using var runner = Runner();

        await TickAsync(runner);
        await TickAsync(runner);
        Assert.Single(_faults.Seen);
        Clock.Advance(TimeSpan.FromSeconds(2));
        await TickAsync(runner);

        Assert.Equal(2, _faults.Seen.Count);
        Assert.Equal("stock", _faults.Seen[0].Kind);
    }

    [Fact]
    public async Task Tick_while_something_is_sent_rings_again_afterwards()
    {
        var hold = new TaskCompletionSource();
        _sender.Work = (_, _) => hold.Task;
        var bell = new Bell();
        using var runner = Runner(bell: bell);
        await runner.TickAsync(Cancelled);
        await runner.TickAsync(Cancelled);
        hold.SetResult();
        await runner.WhenIdleAsync();

        Assert.Equal(1, bell.Rings);
    }

    private static async Task TickAsync(OutboxRunner runner)
    {
        await runner.TickAsync(Cancelled);
        await runner.WhenIdleAsync();
    }

    private OutboxRunner Runner(Sender? sender = null, ServiceProvider? instance = null, Bell? bell = null) => new(
        instance?.GetRequiredService<IChannelStore>() ?? Database.Get<IChannelStore>(),
        [sender ?? _sender],
        instance?.GetRequiredService<IWorkLeases>() ?? Database.Get<IWorkLeases>(),
        bell ?? new Bell(),
        _faults,
        Clock);

    public sealed class OnSqlite() : OutboxRunnerTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : OutboxRunnerTests(DatabaseProvider.SqlServer);

    private sealed class Sender(string kind) : IOutboxSender
    {
        private readonly ConcurrentDictionary<(long, int), TaskCompletionSource> _seen = new();
        private readonly ConcurrentDictionary<long, int> _counts = new();

        public string Kind => kind;

        public Func<SalesChannel, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

        public int Count(long channelId) => _counts.GetValueOrDefault(channelId);

        public Task SeenAsync(long channelId, int times) => Seen(channelId, times).Task.WaitAsync(Cancelled);

        public Task SendAsync(SalesChannel channel, CancellationToken cancellationToken)
        {
            var count = _counts.AddOrUpdate(channel.Id, 1, (_, before) => before + 1);
            Seen(channel.Id, count).TrySetResult();
            return Work(channel, cancellationToken);
        }

        private TaskCompletionSource Seen(long channelId, int times) => _seen.GetOrAdd(
            (channelId, times), _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class Faults : IOutboxFaults
    {
        public List<(string Kind, Exception Exception)> Seen { get; } = [];

        public void SendingFaulted(string kind, long channelId, Exception exception) => Seen.Add((kind, exception));
    }

    private sealed class Bell : IOutboxSignal
    {
        public int Rings { get; private set; }

        public void Ring() => Rings++;
    }
}
