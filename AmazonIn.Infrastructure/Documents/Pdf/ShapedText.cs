using SkiaSharp;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>A line of text as glyphs with their places. Holds native memory.</summary>
/// <param name="blob">Null where the text is empty.</param>
/// <param name="width">In points.</param>
internal sealed class ShapedText(SKTextBlob? blob, float width) : IDisposable
{
    public float Width => width;

    public void Draw(SKCanvas canvas, float x, float baseline, SKColor color)
    {
        if (blob is not null)
        {
            using var paint = new SKPaint { Color = color, IsAntialias = true };
            canvas.DrawText(blob, x, baseline, paint);
        }
    }

    public void Dispose() => blob?.Dispose();
}
