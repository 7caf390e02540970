namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>What a listing says of its availability, kept so that a feed changes the quantity and nothing else.</summary>
/// <param name="Sku">The seller's SKU.</param>
/// <param name="Attribute">The attribute as Amazon gave it, opaque to the caller; null where there is none.</param>
/// <param name="Refusal">Why no quantity may be sent, for a person; null where one may.</param>
public sealed record ListedAvailability(string Sku, string? Attribute, string? Refusal);
