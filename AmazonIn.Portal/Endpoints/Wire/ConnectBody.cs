namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Account identifiers to connect. Printing it does not show the token.</summary>
internal sealed record ConnectBody(string? MarketplaceId, string? SellerId, string? Token, string? Name)
{
    public override string ToString() => $"connect {SellerId} in {MarketplaceId}";
}
