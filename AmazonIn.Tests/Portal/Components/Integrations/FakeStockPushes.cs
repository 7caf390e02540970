using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.Portal.Components.Integrations;

/// <summary>Quantities on their way as a test sets them, and what a click asks of the store.</summary>
internal sealed class FakeStockPushes(IChannelStore channels) : IStockPushQueries, IStockPushStore, IOutboxSignal
{
    public StockPushStatus Status { get; set; } = new(true, false, 0, 0, null, 0, null, 0, 0, 0, null, []);

    public List<StockPushRow> Rows { get; } = [];

    /// <summary>Listings that were asked for, or the channel's refused ones as 0.</summary>
    public List<long> Asked { get; } = [];

    public List<long> TouchedChannels { get; } = [];

    public int Rings { get; private set; }

    public Exception? Fault { get; set; }

    public async Task<StockPushStatus?> FindAsync(long channelId, CancellationToken cancellationToken) =>
        Fault is { } fault ? throw fault
        : await channels.FindAsync(channelId, cancellationToken) is { } channel ? Status with { IsOn = channel.StockSync } : null;

    public Task<PageOf<StockPushRow>> ListAsync(
        long channelId, StockPushGroup? group, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = Rows.Where(row => group is null || row.Group == group).ToList();
        return Task.FromResult(new PageOf<StockPushRow>(rows, rows.Count));
    }

    public Task ChangeAsync(
        IReadOnlyCollection<long> pushIds, Func<StockPush, StockPushAnswer?> change, CancellationToken cancellationToken)
    {
        foreach (var id in pushIds)
        {
            change(new StockPush(id, 1));
        }

        return Task.CompletedTask;
    }

    public Task<long?> FindOrAddAsync(long listingId, CancellationToken cancellationToken)
    {
        Asked.Add(listingId);
        return Task.FromResult<long?>(listingId);
    }

    public Task<IReadOnlyList<long>> ListRefusedAsync(long channelId, CancellationToken cancellationToken)
    {
        Asked.Add(0);
        return Task.FromResult<IReadOnlyList<long>>(
            [.. Rows.Where(row => row.Group == StockPushGroup.Refused).Select(row => row.Id)]);
    }

    public Task TouchChannelAsync(long channelId, CancellationToken cancellationToken)
    {
        TouchedChannels.Add(channelId);
        return Task.CompletedTask;
    }

    public void Ring() => Rings++;

    public Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, IReadOnlyCollection<long> pushIds, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task DropForeignAsync(long channelId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<OpenFeed>> ListFeedsAsync(long channelId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<long>> ListFeedAsync(long channelId, string feedId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StockReadBack>> ListReadBacksAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task TouchDifferingAsync(long channelId, DateTimeOffset readUpTo, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> PurgeAnswersAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
