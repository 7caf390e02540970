namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A feed that Amazon has not finished as far as we know.</summary>
/// <param name="FeedId">Amazon's id.</param>
/// <param name="Since">When it was handed over.</param>
public sealed record OpenFeed(string FeedId, DateTimeOffset Since);
