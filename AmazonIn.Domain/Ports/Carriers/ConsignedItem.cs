namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>Declared contents: what and how many.</summary>
public sealed record ConsignedItem(string Sku, string? Title, int Quantity);
