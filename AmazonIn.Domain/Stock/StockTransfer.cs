namespace AmazonIn.Domain.Stock;

/// <summary>Units that are carried from one warehouse to another.</summary>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="By">Who moved them.</param>
public sealed record StockTransfer(
    Warehouse From, Warehouse To, IReadOnlyList<StockTransferLine> Lines, string Reason, string By);
