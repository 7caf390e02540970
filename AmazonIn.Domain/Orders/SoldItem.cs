namespace AmazonIn.Domain.Orders;

/// <summary>What an added line sells.</summary>
public sealed record SoldItem(long Id, string Sku, string Title, string? Asin);
