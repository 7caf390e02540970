namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A listing whose quantity at Amazon is to be looked at.</summary>
public sealed record StockReadBack(long PushId, string Sku);
