namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Units of an order line in a package.</summary>
public sealed record PackageLineRow(long LineId, string Sku, string? Title, int Quantity);
