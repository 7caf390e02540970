namespace AmazonIn.Domain.Stock;

/// <summary>One item of a transfer, with its units: 1 or more.</summary>
public sealed record StockTransferLine(long ItemId, string Sku, int Quantity);
