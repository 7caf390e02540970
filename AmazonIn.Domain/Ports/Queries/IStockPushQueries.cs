using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>How quantities are on their way to Amazon.</summary>
public interface IStockPushQueries
{
    /// <summary>Null where there is no such channel.</summary>
    Task<StockPushStatus?> FindAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>The channel's listings by SKU, of one group or of all.</summary>
    Task<PageOf<StockPushRow>> ListAsync(
        long channelId, StockPushGroup? group, PageRequest page, CancellationToken cancellationToken);
}
