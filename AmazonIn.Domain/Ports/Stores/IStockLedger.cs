using AmazonIn.Domain.Common;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>
/// The stock ledger for what people do with it. Figures are worked out inside the transaction that writes them; where
/// somebody else moved the same stock meanwhile, they are worked out again.
/// </summary>
public interface IStockLedger
{
    /// <summary>Our items by SKU, compared ordinally.</summary>
    Task<IReadOnlyDictionary<string, StockedItem>> FindItemsAsync(
        IReadOnlyCollection<string> skus, CancellationToken cancellationToken);

    /// <summary>What the adjustments would come to, in their order, without writing anything.</summary>
    Task<IReadOnlyList<AdjustmentOutcome>> PreviewAsync(
        IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the adjustments that are not refused in one transaction, and marks what has to be pushed. The first of an
    /// item that was never counted is its opening count.
    /// </summary>
    /// <param name="adjustments">At most one for an item and warehouse.</param>
    /// <returns>One for each adjustment, in their order.</returns>
    /// <exception cref="ConcurrentChangeException">Others kept moving the same stock.</exception>
    Task<IReadOnlyList<AdjustmentOutcome>> AdjustAsync(
        IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken);

    /// <summary>Writes the whole transfer in one transaction, or nothing where a line asks for more than is available.</summary>
    /// <exception cref="ConcurrentChangeException">Others kept moving the same stock.</exception>
    Task<Result> TransferAsync(StockTransfer transfer, CancellationToken cancellationToken);
}
