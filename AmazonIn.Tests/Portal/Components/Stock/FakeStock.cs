using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.Portal.Components.Stock;

/// <summary>Gives what a test lays in, and keeps what it was asked for and told.</summary>
internal sealed class FakeStock : IStockQueries, IStockLedger, IOutboxSignal
{
    public List<StockRow> Rows { get; } = [];

    public List<LedgerRow> Ledger { get; } = [];

    public List<ReservationRow> Reservations { get; } = [];

    public List<ListingPushRow> Pushes { get; } = [];

    public List<PushAnswerRow> Answers { get; } = [];

    public List<StockFilter> Filters { get; } = [];

    public List<SortBy<StockSort>> Sorts { get; } = [];

    public List<PageRequest> Pages { get; } = [];

    public Dictionary<string, StockedItem> Items { get; } = new(StringComparer.Ordinal);

    public List<StockAdjustment> Adjusted { get; } = [];

    public List<StockTransfer> Transfers { get; } = [];

    /// <summary>What a transfer is answered with while set.</summary>
    public Error? Refusal { get; set; }

    /// <summary>Thrown by every call while set.</summary>
    public Exception? Fault { get; set; }

    public static ListingPushRow Push() => new(
        1, 1, "Amazon IN", ChannelState.Active, true, "KET-BLU-1L", FulfilledBy.Merchant, null, 12, 5, null, 7, null, false,
        null, null, PushRoute.Patch, null, null, 0, null, null, null);

    public Task<PageOf<StockRow>> ListAsync(
        StockFilter filter, SortBy<StockSort> sort, PageRequest page, CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        Sorts.Add(sort);
        return Page(Rows, page);
    }

    public Task<PageOf<LedgerRow>> ListLedgerAsync(
        long itemId, long? warehouseId, PageRequest page, CancellationToken cancellationToken) => Page(Ledger, page);

    public Task<PageOf<ReservationRow>> ListReservationsAsync(
        long itemId, PageRequest page, CancellationToken cancellationToken) => Page(Reservations, page);

    public Task<IReadOnlyList<ListingPushRow>> ListPushesAsync(long itemId, CancellationToken cancellationToken) =>
        Fault is null ? Task.FromResult<IReadOnlyList<ListingPushRow>>(Pushes) : throw Fault;

    public Task<PageOf<PushAnswerRow>> ListAnswersAsync(
        long listingId, PageRequest page, CancellationToken cancellationToken) => Page(Answers, page);

    public Task<IReadOnlyDictionary<string, StockedItem>> FindItemsAsync(
        IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        Fault is null ? Task.FromResult<IReadOnlyDictionary<string, StockedItem>>(Items) : throw Fault;

    public Task<IReadOnlyList<AdjustmentOutcome>> PreviewAsync(
        IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AdjustmentOutcome>>(
            [.. adjustments.Select(one => new AdjustmentOutcome(one, 15, one.Quantity ?? 15 + one.Delta!.Value, null))]);

    public Task<IReadOnlyList<AdjustmentOutcome>> AdjustAsync(
        IReadOnlyList<StockAdjustment> adjustments, CancellationToken cancellationToken)
    {
        Adjusted.AddRange(adjustments);
        return PreviewAsync(adjustments, cancellationToken);
    }

    public Task<Result> TransferAsync(StockTransfer transfer, CancellationToken cancellationToken)
    {
        Transfers.Add(transfer);
        return Task.FromResult(Refusal is { } refusal ? refusal : Result.Success);
    }

    public void Ring()
    {
        // Nothing listens here.
    }

    private Task<PageOf<T>> Page<T>(List<T> rows, PageRequest page)
    {
        Pages.Add(page);
        return Fault is null ? Task.FromResult(new PageOf<T>(rows, rows.Count)) : Task.FromException<PageOf<T>>(Fault);
    }
}
