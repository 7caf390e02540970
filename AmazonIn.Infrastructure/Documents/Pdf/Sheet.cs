using SkiaSharp;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>A page to draw on. Places are in points from the top left; texts go by their top, not their baseline.</summary>
internal sealed class Sheet(SKCanvas canvas, PageSize size)
{
    private const float Ascent = 1.07f;

    public PageSize Size => size;

    public SKCanvas Canvas => canvas;

    /// <summary>One line, cut with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public void Text(string text, float x, float top, float width, TextStyle style, Align align = Align.Start)
    {
        using var shaped = TextShaper.Shape(TextWrap.OneLine(text, style, width), style);
        var left = align switch
        {
            Align.Start => x,
            Align.Center => x + ((width - shaped.Width) / 2),
            Align.End => x + width - shaped.Width,
        };
        shaped.Draw(canvas, left, top + (style.Size * Ascent), style.Color);
    }

    /// <summary>Lines below each other.</summary>
    /// <returns>The height they take.</returns>
    public float Texts(IReadOnlyList<string> lines, float x, float top, float width, TextStyle style)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            Text(lines[at], x, top + (at * style.Leading), width, style);
        }

        return lines.Count * style.Leading;
    }

    /// <summary>A text over as many lines as it needs.</summary>
    /// <returns>The height it takes.</returns>
    public float Paragraph(string text, float x, float top, float width, TextStyle style, int most = int.MaxValue) =>
        Texts(TextWrap.Lines(text, style, width, most), x, top, width, style);

    public void Rule(float x, float y, float width, SKColor color, float thickness = 0.75f) =>
        Fill(x, y, width, thickness, color);

    public void Fill(float x, float y, float width, float height, SKColor color)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(x, y, width, height, paint);
    }

    /// <summary>A dashed line, to cut or fold along.</summary>
    public void Dashes(float fromX, float fromY, float toX, float toY)
    {
        using var dashes = SKPathEffect.CreateDash([3, 3], 0);
        using var paint = new SKPaint
        {
            Color = Inks.Line, Style = SKPaintStyle.Stroke, StrokeWidth = 0.6f, PathEffect = dashes,
        };
        canvas.DrawLine(fromX, fromY, toX, toY, paint);
    }

    /// <summary>
    /// A Code 128 barcode, in the middle of the width with its quiet zones, as wide as fits but no coarser than
    /// <paramref name="coarsest"/>. A text that it cannot encode draws none; its letters stand beside in any case.
    /// </summary>
    public void Barcode(string text, float x, float top, float width, float height, float coarsest = 1.4f)
    {
        // ISO/IEC 15417: ten modules of nothing at either side.
        const int Quiet = 10;
        if (!Code128.Takes(text))
        {
            return;
        }

        var modules = Code128.Modules(text);
        var module = Math.Min(coarsest, width / (modules.Length + (2 * Quiet)));
        var left = x + ((width - (modules.Length * module)) / 2);
        for (var at = 0; at < modules.Length;)
        {
            var end = Array.IndexOf(modules, !modules[at], at) is var change and >= 0 ? change : modules.Length;
            if (modules[at])
            {
                Fill(left + (at * module), top, (end - at) * module, height, Inks.Bars);
            }

            at = end;
        }
    }
}
