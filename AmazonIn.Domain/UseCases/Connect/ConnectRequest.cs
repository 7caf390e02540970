namespace AmazonIn.Domain.UseCases.Connect;

/// <summary>The account identifiers that a seller enters (C2).</summary>
/// <param name="Token">An SP-API refresh token. Printing the request does not show it.</param>
/// <param name="Name">What to call the channel; the marketplace's name when left out.</param>
public sealed record ConnectRequest(string MarketplaceId, string SellerId, string Token, string? Name = null)
{
    public override string ToString() => $"Connect {SellerId} in {MarketplaceId}";
}
