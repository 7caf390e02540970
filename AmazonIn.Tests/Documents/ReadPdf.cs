using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace AmazonIn.Tests.Documents;

/// <summary>A PDF as somebody else's reader sees it.</summary>
internal sealed class ReadPdf
{
    private ReadPdf(IReadOnlyList<string> pages, IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<bool> fontsEmbedded, IReadOnlyList<bool[]> bars) =>
        (Pages, Sizes, FontsEmbedded, Bars) = (pages, sizes, fontsEmbedded, bars);

    /// <summary>Each page's letters, without blanks.</summary>
    public IReadOnlyList<string> Pages { get; }

    public IReadOnlyList<(double Width, double Height)> Sizes { get; }

    /// <summary>Whether it is in the file, for each font.</summary>
    public IReadOnlyList<bool> FontsEmbedded { get; }

    /// <summary>The barcodes' modules, in the order they are drawn.</summary>
    public IReadOnlyList<bool[]> Bars { get; }

    public string Text => string.Concat(Pages);

    public static ReadPdf Of(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var pages = document.GetPages().ToList();
        return new ReadPdf(
            [.. pages.Select(TextOf)],
            [.. pages.Select(page => (page.Width, page.Height))],
            [.. FontsOf(document)],
            [.. pages.SelectMany(BarcodesOf)]);
    }

    /// <summary>The text without blanks, as <see cref="Pages"/> has it.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    // Letters that were shaped into others are told by the marked content around them, as to a screen reader.
    private static string TextOf(Page page)
    {
        var marked = page.GetMarkedContents()
            .Where(content => content.ActualText is not null)
            .SelectMany(content => content.Letters.Select((letter, at) => (letter, Text: at == 0 ? content.ActualText! : string.Empty)))
            .ToLookup(pair => (pair.letter.StartBaseLine, pair.letter.BoundingBox, pair.letter.FontName), pair => pair.Text);
        var text = new StringBuilder();
        foreach (var letter in page.Letters)
        {
            var key = (letter.StartBaseLine, letter.BoundingBox, letter.FontName);
            text.Append(marked.Contains(key) ? marked[key].MaxBy(known => known.Length) : letter.Value);
        }

        return Squeezed(text.ToString());
    }

    private static IEnumerable<bool> FontsOf(PdfDocument document)
    {
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (document.Structure.GetObject(reference).Data is DictionaryToken dictionary
                && dictionary.Data.TryGetValue("Type", out var type) && Equals(type, NameToken.FontDescriptor))
            {
                yield return dictionary.ContainsKey(NameToken.FontFile2) || dictionary.ContainsKey(NameToken.FontFile3)
                    || dictionary.ContainsKey(NameToken.FontFile);
            }
        }
    }

    // Black boxes side by side of one height are a barcode; its narrowest bar is one module.
    private static IEnumerable<bool[]> BarcodesOf(Page page)
    {
        var boxes = page.Paths
            .Where(path => path.IsFilled && path.GetBoundingRectangle() is { } box && box.Height > 10 && box.Width < 10)
            .Select(path => path.GetBoundingRectangle()!.Value)
            .ToList();
        foreach (var code in boxes.GroupBy(box => (Math.Round(box.Bottom, 1), Math.Round(box.Height, 1))).Where(group => group.Count() > 10))
        {
            foreach (var one in Split([.. code.OrderBy(box => box.Left)]))
            {
                var module = one.Min(box => box.Width);
                var left = one[0].Left;
                var modules = new bool[(int)Math.Round((one[^1].Right - left) / module)];
                foreach (var box in one)
                {
                    var from = (int)Math.Round((box.Left - left) / module);
                    Array.Fill(modules, true, from, (int)Math.Round(box.Width / module));
                }

                yield return modules;
            }
        }
    }

    // Two labels beside each other on a sheet have their codes at one height.
    private static IEnumerable<List<UglyToad.PdfPig.Core.PdfRectangle>> Split(List<UglyToad.PdfPig.Core.PdfRectangle> boxes)
    {
        var part = new List<UglyToad.PdfPig.Core.PdfRectangle>();
        foreach (var box in boxes)
        {
            if (part.Count > 0 && box.Left - part[^1].Right > 12)
            {
                yield return part;
                part = [];
            }

            part.Add(box);
        }

        yield return part;
    }
}
