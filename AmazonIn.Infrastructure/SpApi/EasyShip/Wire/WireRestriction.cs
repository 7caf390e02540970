namespace AmazonIn.Infrastructure.SpApi.EasyShip.Wire;

/// <summary>Amazon's <c>CreateRestrictedDataTokenRequest</c> (Tokens 2021-03-01).</summary>
internal sealed record WireRestriction(IReadOnlyList<WireRestrictedResource> RestrictedResources);

internal sealed record WireRestrictedResource(string Method, string Path);

/// <summary>Its answer. Opens personal data; printing it shows nothing.</summary>
internal sealed record WireRestrictedToken
{
    public string? RestrictedDataToken { get; init; }

    public override string ToString() => "[restricted data token]";
}
