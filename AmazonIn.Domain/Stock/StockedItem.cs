using AmazonIn.Domain.Catalog;

namespace AmazonIn.Domain.Stock;

/// <summary>What the ledger needs to know of an item.</summary>
public sealed record StockedItem(long Id, string Sku, FulfilledBy FulfilledBy);
