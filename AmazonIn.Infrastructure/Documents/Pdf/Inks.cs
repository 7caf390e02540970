using SkiaSharp;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>The few colors of our documents. All keep their difference on a black-and-white printer.</summary>
internal static class Inks
{
    public static readonly SKColor Black = new(0x1B, 0x1F, 0x27);
    public static readonly SKColor Gray = new(0x5A, 0x62, 0x70);
    public static readonly SKColor Line = new(0xC9, 0xCE, 0xD6);
    public static readonly SKColor Shade = new(0xF3, 0xF4, 0xF7);
    public static readonly SKColor Accent = new(0x41, 0x46, 0xB8);
    public static readonly SKColor Bars = SKColors.Black;
}
