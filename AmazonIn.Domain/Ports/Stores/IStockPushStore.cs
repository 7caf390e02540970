using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The outbox of quantities. Stock moves elsewhere, and counts <see cref="StockPush.Change"/> up there.</summary>
public interface IStockPushStore
{
    /// <summary>
    /// What is to be sent now, oldest first: due, not refused, not in a feed, and not to be tried later. The change is
    /// read before the stock, so a figure is never older than the change it is said to cover.
    /// </summary>
    Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>The same for given rows; those that are no longer due are left out.</summary>
    Task<IReadOnlyList<DueStock>> ListDueAsync(
        long channelId, DateTimeOffset now, IReadOnlyCollection<long> pushIds, CancellationToken cancellationToken);

    /// <summary>Takes from the outbox what is not ours to send any more: unlinked, or fulfilled by Amazon.</summary>
    Task DropForeignAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>
    /// Changes rows as they are in the database, each locked meanwhile, so that a change counted at the same time is not
    /// lost. <paramref name="change"/> may run more than once. What it returns is added to the history; a row that is
    /// gone is passed over.
    /// </summary>
    Task ChangeAsync(
        IReadOnlyCollection<long> pushIds,
        Func<StockPush, StockPushAnswer?> change,
        CancellationToken cancellationToken);

    Task<IReadOnlyList<OpenFeed>> ListFeedsAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>Rows that travelled in the feed.</summary>
    Task<IReadOnlyList<long>> ListFeedAsync(long channelId, string feedId, CancellationToken cancellationToken);

    /// <summary>What is to be read back now; rows with a newer change are left out, since they are sent again anyway.</summary>
    Task<IReadOnlyList<StockReadBack>> ListReadBacksAsync(
        long channelId, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Marks what differed at Amazon before <paramref name="readUpTo"/>: orders up to then are counted here by now.</summary>
    Task TouchDifferingAsync(long channelId, DateTimeOffset readUpTo, CancellationToken cancellationToken);

    /// <summary>Marks every listing of the channel whose quantity is ours to send.</summary>
    Task TouchChannelAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>Rows of the channel that Amazon refused.</summary>
    Task<IReadOnlyList<long>> ListRefusedAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>The outbox row of a listing, made where there is none; null where the listing is not ours to send.</summary>
    Task<long?> FindOrAddAsync(long listingId, CancellationToken cancellationToken);

    /// <summary>Deletes answers given before. Returns how many went.</summary>
    Task<int> PurgeAnswersAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
