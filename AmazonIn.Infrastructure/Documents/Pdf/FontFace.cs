using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using HarfBuzzFont = HarfBuzzSharp.Font;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>One font file, for drawing and for shaping. Kept for the life of the process; safe for many threads.</summary>
internal sealed class FontFace
{
    // Both libraries read from this native memory as long as they live. HarfBuzz's own way to take a stream hands over
    // managed memory, which the garbage collector moves away from under it.
    private readonly SKData file;

    private FontFace(SKData file)
    {
        this.file = file;
        Typeface = SKTypeface.FromData(file);
        using var blob = new Blob(file.Data, checked((int)file.Size), MemoryMode.ReadOnly);
        using var face = new Face(blob, 0);
        face.MakeImmutable();
        UnitsPerEm = face.UnitsPerEm;
        Shaper = new HarfBuzzFont(face);
        Shaper.SetFunctionsOpenType();
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
    }

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
        return new FontFace(SKData.Create(stream));
    }

    public bool Covers(Rune letter)
    {
        var found = Shaper.TryGetGlyph(letter.Value, out var glyph) && glyph != 0;
        GC.KeepAlive(file);
        return found;
    }
}
