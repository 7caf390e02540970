using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.UseCases.StockPushes;

/// <summary>Dies, so many times, before it writes down what Amazon answered.</summary>
internal sealed class CrashingStore(IStockPushStore inner) : IStockPushStore
{
    public int Crashes { get; set; }

    public Task ChangeAsync(
        IReadOnlyCollection<long> pushIds, Func<StockPush, StockPushAnswer?> change, CancellationToken cancellationToken) =>
        Crashes-- > 0
            ? throw new StorageUnavailableException("The power went off.", null)
            : inner.ChangeAsync(pushIds, change, cancellationToken);

    public Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        inner.ListDueAsync(channelId, now, most, cancellationToken);

    public Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, IReadOnlyCollection<long> pushIds, CancellationToken cancellationToken) =>
        inner.ListDueAsync(channelId, now, pushIds, cancellationToken);

    public Task DropForeignAsync(long channelId, CancellationToken cancellationToken) =>
        inner.DropForeignAsync(channelId, cancellationToken);

    public Task<IReadOnlyList<OpenFeed>> ListFeedsAsync(long channelId, CancellationToken cancellationToken) =>
        inner.ListFeedsAsync(channelId, cancellationToken);

    public Task<IReadOnlyList<long>> ListFeedAsync(long channelId, string feedId, CancellationToken cancellationToken) =>
        inner.ListFeedAsync(channelId, feedId, cancellationToken);

    public Task<IReadOnlyList<StockReadBack>> ListReadBacksAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        inner.ListReadBacksAsync(channelId, now, most, cancellationToken);

    public Task TouchDifferingAsync(long channelId, DateTimeOffset readUpTo, CancellationToken cancellationToken) =>
        inner.TouchDifferingAsync(channelId, readUpTo, cancellationToken);

    public Task TouchChannelAsync(long channelId, CancellationToken cancellationToken) =>
        inner.TouchChannelAsync(channelId, cancellationToken);

    public Task<IReadOnlyList<long>> ListRefusedAsync(long channelId, CancellationToken cancellationToken) =>
        inner.ListRefusedAsync(channelId, cancellationToken);

    public Task<long?> FindOrAddAsync(long listingId, CancellationToken cancellationToken) =>
        inner.FindOrAddAsync(listingId, cancellationToken);

    public Task<int> PurgeAnswersAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        inner.PurgeAnswersAsync(before, cancellationToken);
}
