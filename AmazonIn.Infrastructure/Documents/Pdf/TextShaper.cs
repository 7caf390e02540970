using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>
/// Turns text into glyphs: each stretch in the font that has its letters, shaped by HarfBuzz, since Devanagari, Tamil and
/// Bengali are not one glyph a letter. The text goes into the PDF with its glyphs, so that it can be searched and copied.
/// </summary>
internal static class TextShaper
{
    /// <param name="text">One line, already printable.</param>
    public static ShapedText Shape(string text, TextStyle style)
    {
        using var builder = new SKTextBlobBuilder();
        var x = 0f;
        foreach (var (face, stretch) in Stretches(text, style.Bold))
        {
            x += Add(builder, face, stretch, style.Size, x);
        }

        return new ShapedText(builder.Build(), x);
    }

    public static float Measure(string text, TextStyle style)
    {
        using var shaped = Shape(text, style);
        return shaped.Width;
    }

    private static IEnumerable<(FontFace Face, string Text)> Stretches(string text, bool bold)
    {
        FontFace? face = null;
        var stretch = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            var next = Fonts.For(letter, face, bold);
            if (face is not null && next != face)
            {
                yield return (face, stretch.ToString());
                stretch.Clear();
            }

            face = next;
            stretch.Append(letter);
        }

        if (face is not null)
        {
            yield return (face, stretch.ToString());
        }
    }

    private static float Add(SKTextBlobBuilder builder, FontFace face, string text, float size, float start)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var buffer = new Buffer();
        buffer.AddUtf8(bytes);
        buffer.GuessSegmentProperties();
        buffer.Direction = Direction.LeftToRight;
        face.Shaper.Shape(buffer);
        var glyphs = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();

        using var font = new SKFont(face.Typeface, size) { Subpixel = true, Hinting = SKFontHinting.None };
        var run = builder.AllocatePositionedTextRun(font, glyphs.Length, bytes.Length);
        bytes.CopyTo(run.Text);
        var scale = size / face.UnitsPerEm;
        var advance = 0f;
        for (var at = 0; at < glyphs.Length; at++)
        {
            run.Glyphs[at] = (ushort)glyphs[at].Codepoint;
            run.Clusters[at] = glyphs[at].Cluster;
            run.Positions[at] = new SKPoint(
                start + advance + (places[at].XOffset * scale), -places[at].YOffset * scale);
            advance += places[at].XAdvance * scale;
        }

        return advance;
    }
}
