using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An item's stock as the list shows it.</summary>
/// <param name="Counted">Whether there ever was a first count.</param>
/// <param name="Stock">Over all warehouses, or of the one that was asked for.</param>
/// <param name="Balances">The same by warehouse.</param>
/// <param name="Push">Of the item's listings, the state that most needs a person; null where nothing was to be sent yet.</param>
public sealed record StockRow(
    long Id,
    string Sku,
    string Title,
    string? Asin,
    FulfilledBy FulfilledBy,
    bool Counted,
    StockFigures Stock,
    IReadOnlyList<BalanceRow> Balances,
    PushState? Push)
{
    /// <summary>Up to so many units available is low.</summary>
    public const int LowUpTo = 5;
}
