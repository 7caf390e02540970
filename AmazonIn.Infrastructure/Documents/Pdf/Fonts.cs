using System.Text;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>The fonts that documents are set in, each script's own. Loaded with the first document.</summary>
internal static class Fonts
{
    private static readonly string[] _families = ["NotoSans", "NotoSansDevanagari", "NotoSansTamil", "NotoSansBengali"];

    private static readonly Lazy<FontFace[]> _regular = new(() => Load("Regular"));
    private static readonly Lazy<FontFace[]> _bold = new(() => Load("Bold"));

    /// <summary>
    /// The face for a letter: the one before it where that has it, so that blanks and joiners stay with their word; else
    /// the first that has it; else the Latin one, which draws a box.
    /// </summary>
    public static FontFace For(Rune letter, FontFace? before, bool bold)
    {
        var faces = (bold ? _bold : _regular).Value;
        return before?.Covers(letter) == true
            ? before
            : Array.Find(faces, face => face.Covers(letter)) ?? faces[0];
    }

    /// <summary>Whether documents can show the letter.</summary>
    public static bool Cover(Rune letter) => Array.Exists(_regular.Value, face => face.Covers(letter));

    private static FontFace[] Load(string weight) => Array.ConvertAll(_families, family => FontFace.Load($"{family}-{weight}"));
}
