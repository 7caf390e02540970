using System.Globalization;
using System.Text;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>A PDF of one page with lines of text in a font that every reader has.</summary>
internal static class PaperPdf
{
    public static byte[] Of(IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 12 Tf 24 400 Td 16 TL\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"({Escaped(line)}) Tj T*\n");
        }

        var content = text.Append("ET").ToString();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var index = 0; index < objects.Length; index++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(
            CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    // Letters of other scripts would need a font of their own.
    private static string Escaped(string line) =>
        string.Concat(line.Select(character => character is '(' or ')' or '\\' ? $"\\{character}"
            : char.IsAscii(character) && !char.IsControl(character) ? character.ToString() : "?"));
}
