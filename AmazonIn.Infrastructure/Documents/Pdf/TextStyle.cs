using SkiaSharp;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>How a text looks.</summary>
/// <param name="Size">In points.</param>
internal readonly record struct TextStyle(float Size, bool Bold, SKColor Color)
{
    /// <summary>From one line's baseline to the next; Indian scripts reach higher and lower than Latin.</summary>
    public float Leading => Size * 1.42f;

    public static TextStyle Plain(float size) => new(size, Bold: false, Inks.Black);

    public static TextStyle Strong(float size) => new(size, Bold: true, Inks.Black);

    public static TextStyle Soft(float size) => new(size, Bold: false, Inks.Gray);
}
