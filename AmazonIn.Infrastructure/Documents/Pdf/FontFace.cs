using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using HarfBuzzFont = HarfBuzzSharp.Font;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>One font file, for drawing and for shaping. Kept for the life of the process; safe for many threads.</summary>
internal sealed class FontFace
{
    private FontFace(SKTypeface typeface, HarfBuzzFont shaper, int unitsPerEm) =>
        (Typeface, Shaper, UnitsPerEm) = (typeface, shaper, unitsPerEm);

    public SKTypeface Typeface { get; }

    public HarfBuzzFont Shaper { get; }

    /// <summary>What the shaper measures in.</summary>
    public int UnitsPerEm { get; }

    /// <param name="name">File among the embedded fonts.</param>
    public static FontFace Load(string name)
    {
        var resource = $"Documents.Fonts.{name}.ttf";
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in this build.");
        using var data = SKData.Create(stream);
        var typeface = SKTypeface.FromData(data);
        using var blob = Blob.FromStream(new MemoryStream(data.ToArray(), writable: false));
        var face = new Face(blob, 0);
        face.MakeImmutable();
        var shaper = new HarfBuzzFont(face);
        shaper.SetFunctionsOpenType();
        shaper.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        return new FontFace(typeface, shaper, face.UnitsPerEm);
    }

    public bool Covers(Rune letter) => Shaper.TryGetGlyph(letter.Value, out var glyph) && glyph != 0;
}
