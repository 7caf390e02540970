namespace AmazonIn.Infrastructure.SpApi.Sellers;

/// <summary>Answer of getMarketplaceParticipations.</summary>
internal sealed record WireParticipations
{
    public IReadOnlyList<WireMarketplaceParticipation?>? Payload { get; init; }
}

internal sealed record WireMarketplaceParticipation
{
    public WireMarketplace? Marketplace { get; init; }

    public WireParticipation? Participation { get; init; }

    public string? StoreName { get; init; }
}

internal sealed record WireMarketplace
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? DefaultCurrencyCode { get; init; }
}

internal sealed record WireParticipation
{
    public bool? IsParticipating { get; init; }

    public bool? HasSuspendedListings { get; init; }
}
