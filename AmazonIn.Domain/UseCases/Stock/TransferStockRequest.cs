namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>Units to be carried from one warehouse to another.</summary>
public sealed record TransferStockRequest(
    long FromWarehouseId, long ToWarehouseId, IReadOnlyList<TransferStockLine> Lines, string Reason);
