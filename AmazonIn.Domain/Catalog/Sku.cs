namespace AmazonIn.Domain.Catalog;

/// <summary>
/// The seller's own stock keeping unit. Any characters, compared ordinally: two SKUs that differ in case or blanks are
/// two SKUs. Amazon allows 40 characters; more are kept, up to <see cref="MaxLength"/>.
/// </summary>
public static class Sku
{
    public const int MaxLength = 255;

    /// <summary>Whether a path of Amazon's API can carry the SKU; it refuses a slash even when encoded.</summary>
    public static bool FitsPath(string sku) => !sku.Contains('/', StringComparison.Ordinal);
}
