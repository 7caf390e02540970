namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>The marketplaces the demo sellers have to do with.</summary>
internal static class Marketplaces
{
    public static MarketplaceInfo India { get; } =
        new("A21TJRUUN4KGV", "Amazon.in", "IN", "INR", "en_IN", "www.amazon.in");

    /// <summary>For a connection whose currency is not the organisation's.</summary>
    public static MarketplaceInfo Emirates { get; } =
        new("A2VIGQ35RCS4UG", "Amazon.ae", "AE", "AED", "en_AE", "www.amazon.ae");
}
