namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>Paper, in points of 1/72 inch.</summary>
internal readonly record struct PageSize(float Width, float Height)
{
    /// <summary>210 × 297 mm.</summary>
    public static PageSize A4 { get; } = new(595.276f, 841.89f);

    /// <summary>4 × 6 inches.</summary>
    public static PageSize FourBySix { get; } = new(288f, 432f);
}
