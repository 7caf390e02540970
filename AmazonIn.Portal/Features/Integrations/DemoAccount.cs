namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Identifiers of the demo marketplace's seller; registered only while the demo runs and the portal talks to it.</summary>
public sealed record DemoAccount(string MarketplaceId, string SellerId, string Token)
{
    public override string ToString() => $"Demo {SellerId} in {MarketplaceId}";
}
