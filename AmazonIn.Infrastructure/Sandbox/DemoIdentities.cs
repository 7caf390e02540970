namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>
/// The identifiers of contracts.md that a person types into the portal. None of them opens anything real.
/// </summary>
internal static class DemoIdentities
{
    public const string ClientId = "amzn1.application-oa2-client.demo";

    public const string ClientSecret = "demo-secret";

    public const string FirstSeller = "A1DEMOSELLERIN";

    public const string SecondSeller = "A2DEMOSELLERIN";

    public const string FirstRefreshToken = "Atzr|demo-in";

    public const string SecondRefreshToken = "Atzr|demo-in-2";
}
