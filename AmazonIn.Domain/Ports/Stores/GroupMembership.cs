namespace AmazonIn.Domain.Ports.Stores;

/// <summary>An item's place in a family, by SKUs since neither may have an id yet.</summary>
public sealed record GroupMembership(string Sku, string ParentSku, IReadOnlyList<string?> Values);
