namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>An account that authenticated, with the marketplaces it sells in.</summary>
/// <param name="StoreName">The account's store name in the marketplace asked for, if Amazon tells.</param>
/// <param name="Participations">Every marketplace of the account.</param>
public sealed record VerifiedAccount(string? StoreName, IReadOnlyList<MarketplaceParticipation> Participations);
