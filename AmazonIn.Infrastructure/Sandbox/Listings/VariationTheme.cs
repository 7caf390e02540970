namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>The attributes a family varies in.</summary>
internal sealed record VariationTheme(string[] Attributes)
{
    public string Name { get; } = string.Join('/', Attributes.Select(attribute => attribute.ToUpperInvariant()));
}
