namespace AmazonIn.Infrastructure.Sandbox;

internal sealed record MarketplaceInfo(
    string Id,
    string Name,
    string CountryCode,
    string Currency,
    string Language,
    string Domain);
