namespace AmazonIn.Domain.UseCases.Listings;

/// <summary>What came of a person's decision about a listing.</summary>
/// <param name="ItemId">The item it belongs to now; null for none.</param>
/// <param name="OpenOrders">Open orders whose stock moved with it.</param>
public sealed record ChangedLink(long? ItemId, int OpenOrders);
