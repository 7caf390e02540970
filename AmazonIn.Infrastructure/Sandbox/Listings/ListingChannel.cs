namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>What is on offer through one fulfilment channel. Amazon gives no quantity for its own.</summary>
internal sealed record ListingChannel(string Code, int? Quantity)
{
    /// <summary>Merchant fulfilled; every other code is Amazon's own.</summary>
    public const string Merchant = "DEFAULT";

    public const string Amazon = "AMAZON_IN";
}
