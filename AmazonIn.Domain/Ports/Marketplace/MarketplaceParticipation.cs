namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>A marketplace that an account sells in.</summary>
public sealed record MarketplaceParticipation(
    string MarketplaceId,
    string Name,
    string Currency,
    bool IsParticipating,
    bool HasSuspendedListings);
