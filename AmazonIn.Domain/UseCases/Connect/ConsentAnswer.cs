namespace AmazonIn.Domain.UseCases.Connect;

/// <summary>What Amazon's consent page sent back.</summary>
/// <param name="MarketplaceId">The card on which the seller began.</param>
/// <param name="SellerId">Amazon's <c>selling_partner_id</c>.</param>
/// <param name="Code">Amazon's <c>spapi_oauth_code</c>. Printing the answer does not show it.</param>
/// <param name="ReturnedTo">The address that the code was made for.</param>
public sealed record ConsentAnswer(string MarketplaceId, string SellerId, string Code, Uri ReturnedTo)
{
    public override string ToString() => $"Consent of {SellerId} for {MarketplaceId}";
}
