namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which listings are wanted; null means any.</summary>
/// <param name="Search">Part of SKU, title or ASIN, without regard to case.</param>
public sealed record ListingFilter(string? Search = null, long? ChannelId = null, ListingStanding? Standing = null);
