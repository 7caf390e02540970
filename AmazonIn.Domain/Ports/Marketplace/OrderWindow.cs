namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Orders by their last update at the marketplace.</summary>
/// <param name="From">Inclusive start.</param>
/// <param name="To">Exclusive end; null reads up to what the marketplace lets us see.</param>
public sealed record OrderWindow(DateTimeOffset From, DateTimeOffset? To);
