namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>One message of a feed.</summary>
/// <param name="Id">Unique in the feed, from 1.</param>
/// <param name="Listed">What the listing says now.</param>
/// <param name="Quantity">In units, 0 or more.</param>
public sealed record StockMessage(int Id, ListedAvailability Listed, int Quantity);
