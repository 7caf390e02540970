namespace AmazonIn.Portal.Composition;

/// <summary>The demo marketplace's identifiers (contracts.md). None of them opens anything real.</summary>
internal static class DemoIdentity
{
    public const string ClientId = "amzn1.application-oa2-client.demo";

    public const string ClientSecret = "demo-secret";

    public const string ApplicationId = "amzn1.sellerapps.app.demo";

    public const string SellerId = "A1DEMOSELLERIN";

    public const string RefreshToken = "Atzr|demo-in";
}
