namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>One item of a transfer.</summary>
public sealed record TransferStockLine(string Sku, int Quantity);
