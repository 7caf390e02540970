using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>What is in stock, and why: the ledger behind every figure, and every figure sent to Amazon.</summary>
public interface IStockQueries
{
    /// <summary>Items that the seller keeps, with their stock.</summary>
    Task<PageOf<StockRow>> ListAsync(
        StockFilter filter, SortBy<StockSort> sort, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The item's ledger, newest first.</summary>
    /// <param name="itemId">Whose ledger.</param>
    /// <param name="warehouseId">Only what moved there; null for all warehouses together.</param>
    Task<PageOf<LedgerRow>> ListLedgerAsync(
        long itemId, long? warehouseId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>For which orders units of the item are held, newest first.</summary>
    Task<PageOf<ReservationRow>> ListReservationsAsync(long itemId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What each channel is to be told of the item, and how the last telling went.</summary>
    Task<IReadOnlyList<ListingPushRow>> ListPushesAsync(long itemId, CancellationToken cancellationToken);

    /// <summary>Every figure sent for the listing with Amazon's answer, newest first.</summary>
    Task<PageOf<PushAnswerRow>> ListAnswersAsync(long listingId, PageRequest page, CancellationToken cancellationToken);
}
