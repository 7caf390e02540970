using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.UseCases;

public sealed class ChannelLifeTests
{
    private readonly InMemoryChannels _channels = new();
    private readonly InMemoryJournal _journal = new();
    private readonly InMemoryRemoval _removal;
    private readonly LifeNotes _notes = new();
    private readonly InMemoryAudit _audit = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public ChannelLifeTests() => _removal = new InMemoryRemoval(_channels);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Row", "D1")]
    public async Task A_disabled_channel_rests_its_runs_stop_and_none_is_scheduled()
    {
        var channel = await ConnectedAsync();
        var waiting = await RequestAsync(channel, SyncModule.Items);
        var running = await RequestAsync(channel, SyncModule.Orders);
        running.Take("portal", _time.GetUtcNow(), TimeSpan.FromMinutes(1));

        var result = await DisableAsync(channel);

        Assert.Equal(2, result.Value!.RunsCancelled);
        Assert.Equal((ChannelState.Inactive, _time.GetUtcNow()), (channel.State, channel.InactiveSince));
        Assert.Equal(RunState.Cancelled, waiting.State);
        Assert.Equal((RunState.Running, true), (running.State, running.CancelRequested));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await new RequestDueRuns(_channels, _journal, new Quiet(), SyncSettings.Default, _time).RunAsync(Token));
        Assert.Equal("sync.channel-not-active", (await SyncAsync(channel)).Error?.Code);
        Assert.Equal("Atzr|kept", _channels.Tokens[channel.Id]);
    }

    [Fact]
    [Trait("Row", "D1")]
    public async Task A_channel_that_needs_attention_can_be_disabled_and_needs_it_still_when_enabled()
    {
        var channel = await ConnectedAsync();
        channel.NeedAttention("Amazon withdrew the authorisation.");

        Assert.True((await DisableAsync(channel)).Succeeded);
        var enabled = await EnableAsync(channel);

        Assert.Equal(ChannelState.NeedsAttention, channel.State);
        Assert.Empty(enabled.Value!.Runs);
    }

    [Fact]
    [Trait("Row", "D1")]
    [Trait("Row", "D2")]
    public async Task Doing_it_twice_changes_nothing()
    {
        var channel = await ConnectedAsync();
        await DisableAsync(channel);
        var since = channel.InactiveSince;
        _time.Advance(TimeSpan.FromHours(1));

        Assert.True((await DisableAsync(channel)).Succeeded);
        Assert.Equal(since, channel.InactiveSince);
        await EnableAsync(channel);
        var open = channel.OpenSince;
        _time.Advance(TimeSpan.FromHours(1));
        var again = await EnableAsync(channel);

        Assert.Empty(again.Value!.Runs);
        Assert.Equal(open, channel.OpenSince);
    }

    [Fact]
    [Trait("Row", "D2")]
    public async Task An_enabled_channel_asks_for_orders_first_and_then_for_items()
    {
        var channel = await ConnectedAsync();
        await DisableAsync(channel);
        _time.Advance(TimeSpan.FromDays(3));
        _notes.Rings = 0;

        var result = await EnableAsync(channel);

        Assert.Equal(
            [(SyncModule.Orders, RunTrigger.Reactivation), (SyncModule.Items, RunTrigger.Reactivation)],
            result.Value!.Runs.Select(run => (run.Module, run.Trigger)));
        Assert.Equal((ChannelState.Active, _time.GetUtcNow(), null), (channel.State, channel.OpenSince, channel.InactiveSince));
        Assert.Equal(1, _notes.Rings);
    }

    [Fact]
    [Trait("Row", "D2")]
    public async Task Enabled_while_a_run_is_still_stopping_it_asks_for_another_one()
    {
        var channel = await ConnectedAsync();
        var stopping = await RequestAsync(channel, SyncModule.Orders);
        stopping.Take("portal", _time.GetUtcNow(), TimeSpan.FromMinutes(1));
        await DisableAsync(channel);

        var result = await EnableAsync(channel);

        Assert.DoesNotContain(stopping, result.Value!.Runs);
        Assert.Equal(2, result.Value.Runs.Count);
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task A_disconnected_channel_is_gone_and_what_was_removed_is_noted()
    {
        var channel = await ConnectedAsync();
        await ConnectedAsync("A2DEMOSELLERIN");

        var result = await DisconnectAsync(channel);

        Assert.Equal(channel.Id, result.Value!.ChannelId);
        Assert.Equal("A2DEMOSELLERIN", Assert.Single(await _channels.ListAsync(Token)).SellerId);
        Assert.Equal($"removed {channel.Id} by user:1", Assert.Single(_notes.Lines));
        Assert.Equal([channel.Id], _removal.Removed);
        Assert.Single((await SyncAsync(null)).Value!);
        Assert.Equal(ErrorKind.NotFound, (await SyncAsync(channel)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await DisableAsync(channel)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await EnableAsync(channel)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await new RenameChannel(_channels, new InMemoryAudit()).RunAsync(Person(), channel.Id, "Back", Token)).Error?.Kind);
    }

    [Fact]
    [Trait("Row", "D3")]
    public async Task A_removal_that_broke_off_is_finished_by_asking_again_or_by_the_portal_itself()
    {
        var channel = await ConnectedAsync();
        _removal.Break = new StorageUnavailableException("The disk is full.", new IOException());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => DisconnectAsync(channel));
        Assert.Equal(ChannelState.Disconnected, channel.State);

        _removal.Break = null;
        Assert.Equal(1, await new FinishDisconnecting(_removal, _notes, _notes, new InMemoryAudit()).RunAsync(Token));
        Assert.Equal(0, await new FinishDisconnecting(_removal, _notes, _notes, new InMemoryAudit()).RunAsync(Token));

        Assert.True((await DisconnectAsync(channel)).Succeeded);
        Assert.Equal([$"removed {channel.Id} by system", $"removed {channel.Id} by user:1"], _notes.Lines);
    }

    [Fact]
    [Trait("Row", "D3")]
    [Trait("Row", "X2")]
    public async Task A_certificate_of_what_disconnecting_destroyed_is_repeated_in_the_trail_whoever_finished_it()
    {
        var channel = await ConnectedAsync();
        var trail = new InMemoryAudit();
        var now = _time.GetUtcNow();
        _removal.Report = new RemovedChannel
        {
            ChannelId = channel.Id,
            Name = channel.Name,
            Certificates = [new DeletionCertificate([4, 2], 2, 2, 1, null, now, now, channel.Id)],
        };
        channel.Disconnect();
        await _channels.SaveAsync(channel, null, Token);

        await new FinishDisconnecting(_removal, _notes, _notes, trail).RunAsync(Token);

        var record = Assert.Single(trail.Records);
        Assert.Equal((AuditAction.DeleteContacts, Actor.System.Id), (record.Action, record.ActorId));
        Assert.Equal(_removal.Report.Certificates[0].Hash, AuditDetails.Read(record.Details)["sha-256"]);
    }

    [Fact]
    [Trait("Row", "W1")]
    [Trait("Row", "W2")]
    [Trait("Row", "W3")]
    public async Task A_mapping_is_made_changed_and_taken_away_and_each_time_the_quantities_go_out_again()
    {
        var channel = await ConnectedAsync();
        Assert.Null(channel.WarehouseId);

        Assert.Equal(2, (await MapAsync(channel, 2)).Value?.WarehouseId);
        Assert.Equal(3, (await MapAsync(channel, 3)).Value?.WarehouseId);
        Assert.Equal(3, (await MapAsync(channel, 3)).Value?.WarehouseId);
        Assert.Null((await MapAsync(channel, null)).Value!.WarehouseId);

        Assert.Equal((3, 3), (_channels.StockSourcesSaved, _notes.Rings));
    }

    [Fact]
    [Trait("Row", "W2")]
    public async Task An_unknown_warehouse_is_refused_and_nothing_changes()
    {
        var channel = await ConnectedAsync();

        Assert.Equal("channel.unknown-warehouse", (await MapAsync(channel, 99)).Error?.Code);

        Assert.Null(channel.WarehouseId);
        Assert.Equal(0, _notes.Rings);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_viewer_may_do_none_of_it()
    {
        var channel = await ConnectedAsync();
        var viewer = new Actor("user:2", "Ravi", Role.Viewer.Permissions);

        Assert.All(
            new[]
            {
                (await Disable().RunAsync(viewer, channel.Id, Token)).Error,
                (await Enable().RunAsync(viewer, channel.Id, Token)).Error,
                (await Disconnect().RunAsync(viewer, channel.Id, Token)).Error,
                (await Map().RunAsync(viewer, channel.Id, 2, Token)).Error,
            },
            error => Assert.Equal(ErrorKind.Forbidden, error?.Kind));
        Assert.Equal(ChannelState.Active, channel.State);
    }

    private static Actor Person() => new("user:1", "Asha", Role.Administrator.Permissions);

    private DisableChannel Disable() => new(_channels, _journal, new Quiet(), _notes, _audit, _time);

    private EnableChannel Enable() => new(_channels, _journal, new Quiet(), _notes, _notes, _audit, _time);

    private DisconnectChannel Disconnect() => new(_channels, _removal, _notes, _notes, _audit);

    private MapWarehouse Map() => new(_channels, new InMemoryWarehouses("Bengaluru", "Delhi", "Chennai"), _notes, _audit);

    private Task<Result<DisabledChannel>> DisableAsync(SalesChannel channel) => Disable().RunAsync(Person(), channel.Id, Token);

    private Task<Result<EnabledChannel>> EnableAsync(SalesChannel channel) => Enable().RunAsync(Person(), channel.Id, Token);

    private Task<Result<RemovedChannel>> DisconnectAsync(SalesChannel channel) =>
        Disconnect().RunAsync(Person(), channel.Id, Token);

    private Task<Result<SalesChannel>> MapAsync(SalesChannel channel, long? warehouseId) =>
        Map().RunAsync(Person(), channel.Id, warehouseId, Token);

    private Task<Result<IReadOnlyList<SyncRun>>> SyncAsync(SalesChannel? channel) =>
        new RequestSync(_channels, _journal, new Quiet(), _audit, _time).RunAsync(Person(), SyncModule.Items, channel?.Id, Token);

    private Task<SyncRun> RequestAsync(SalesChannel channel, SyncModule module) => _journal.RequestAsync(
        new SyncRun(channel.Id, module, RunTrigger.Scheduled, "AmazonIn", _time.GetUtcNow()), Token);

    private async Task<SalesChannel> ConnectedAsync(string sellerId = "A1DEMOSELLERIN")
    {
        var channel = new SalesChannel("Amazon IN", Marketplace.India, sellerId, _time.GetUtcNow());
        await _channels.AddAsync(channel, "Atzr|kept", Token);
        return channel;
    }
}
