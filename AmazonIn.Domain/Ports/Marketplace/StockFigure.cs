namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>The quantity that a listing is to offer.</summary>
/// <param name="Sku">The seller's SKU.</param>
/// <param name="Quantity">In units, 0 or more.</param>
public sealed record StockFigure(string Sku, int Quantity);
