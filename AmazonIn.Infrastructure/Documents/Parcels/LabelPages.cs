using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Infrastructure.Documents.Pdf;

namespace AmazonIn.Infrastructure.Documents.Parcels;

/// <summary>Shipment labels: one to a page of four by six inches, or four to a sheet of A4.</summary>
internal static class LabelPages
{
    private const string Title = "Shipment labels";
    private const int OnSheet = 4;
    private const float Margin = 14;

    private static readonly PageSize _label = PageSize.FourBySix;
    private static readonly float _width = _label.Width - (2 * Margin);

    private static readonly TextStyle _small = TextStyle.Soft(6.5f);
    private static readonly TextStyle _caption = TextStyle.Soft(7) with { Bold = true };

    public static byte[] Print(IReadOnlyList<ParcelLabel> labels, LabelPaper paper, PrintMark mark) => paper switch
    {
        LabelPaper.FourBySix => PdfFile.Write(Title, _label, labels.Select(label => new Action<Sheet>(sheet => Draw(sheet, label, mark)))),
        LabelPaper.A4 => PdfFile.Write(Title, PageSize.A4, labels.Chunk(OnSheet).Select(four => new Action<Sheet>(sheet => DrawFour(sheet, four, mark)))),
    };

    // Two labels are six by eight millimetres too high for A4: they shrink by three per cent, which scanners do not mind.
    private static void DrawFour(Sheet sheet, ParcelLabel[] labels, PrintMark mark)
    {
        var (halfWidth, halfHeight) = (sheet.Size.Width / 2, sheet.Size.Height / 2);
        var scale = Math.Min(halfWidth / _label.Width, halfHeight / _label.Height);
        sheet.Dashes(halfWidth, 0, halfWidth, sheet.Size.Height);
        sheet.Dashes(0, halfHeight, sheet.Size.Width, halfHeight);
        for (var at = 0; at < labels.Length; at++)
        {
            var canvas = sheet.Canvas;
            canvas.Save();
            canvas.Translate(
                (at % 2 * halfWidth) + ((halfWidth - (_label.Width * scale)) / 2),
                (at / 2 * halfHeight) + ((halfHeight - (_label.Height * scale)) / 2));
            canvas.Scale(scale);
            Draw(sheet, labels[at], mark);
            canvas.Restore();
        }
    }

    private static void Draw(Sheet sheet, ParcelLabel label, PrintMark mark)
    {
        var shipment = label.Shipment;
        sheet.Text(shipment.Carrier, Margin, 11, _width, TextStyle.Strong(16));
        if (label.PaymentMethod is { } payment)
        {
            sheet.Text(payment, Margin, 34, _width / 2, TextStyle.Plain(8));
        }

        sheet.Text($"Shipped {mark.Day(shipment.ShippedAt)}", Margin, 34, _width, TextStyle.Soft(8), Align.End);
        sheet.Rule(Margin, 49, _width, Inks.Black, 1.2f);

        DrawRecipient(sheet, label.Recipient, top: 55, bottom: 236);

        sheet.Rule(Margin, 240, _width, Inks.Black, 1.2f);
        sheet.Barcode(shipment.TrackingNumber, Margin - 8, 250, _width + 16, 62, coarsest: 1.5f);
        sheet.Text(shipment.TrackingNumber, Margin, 315, _width, TextStyle.Strong(12), Align.Center);
        sheet.Rule(Margin, 337, _width, Inks.Line);

        DrawSender(sheet, label, 343);
        sheet.Rule(Margin, 403, _width, Inks.Line);
        sheet.Paragraph(mark.Words(), Margin, 407, _width, _small, most: 2);
    }

    // Small letters before a cut address: the postman needs all of it.
    private static void DrawRecipient(Sheet sheet, Recipient recipient, float top, float bottom)
    {
        sheet.Text("DELIVER TO", Margin, top, _width, _caption);
        top += 11;
        var room = bottom - top;
        var sizes = new[] { 13f, 12f, 11f, 10f, 9f, 8f, 7f, 6f };
        var size = Array.Find(sizes, size => HeightOf(recipient, size) <= room);
        foreach (var (lines, style) in Blocks(recipient, size > 0 ? size : sizes[^1]))
        {
            foreach (var line in lines.TakeWhile(_ => top + style.Leading <= bottom))
            {
                sheet.Text(line, Margin, top, _width, style);
                top += style.Leading;
            }
        }
    }

    private static float HeightOf(Recipient recipient, float size) =>
        Blocks(recipient, size).Sum(block => block.Lines.Count * block.Style.Leading);

    private static IEnumerable<(IReadOnlyList<string> Lines, TextStyle Style)> Blocks(Recipient recipient, float size)
    {
        var (strong, plain, small) = (TextStyle.Strong(size + 1), TextStyle.Plain(size), TextStyle.Plain(Math.Max(6, size - 3)));
        yield return (TextWrap.Lines(recipient.Name ?? string.Empty, strong, _width), strong);
        foreach (var line in recipient.Lines)
        {
            yield return (TextWrap.Lines(line, plain, _width), plain);
        }

        if (recipient.Phone is { } phone)
        {
            var style = plain with { Bold = true };
            yield return (TextWrap.Lines($"Phone {phone}", style, _width), style);
        }

        if (recipient.Instructions is { } wishes)
        {
            yield return (TextWrap.Lines(wishes, small, _width, most: 3), small);
        }

        if (UnreadableNote.IsNeeded(recipient))
        {
            yield return (TextWrap.Lines(UnreadableNote.Words, small, _width), small with { Bold = true });
        }
    }

    private static void DrawSender(Sheet sheet, ParcelLabel label, float top)
    {
        const float Side = 132;
        var left = _width - Side - 8;
        sheet.Text("FROM", Margin, top, left, _caption);
        var lines = label.SenderLines.SelectMany(line => TextWrap.Lines(line, TextStyle.Plain(8), left, most: 2)).Take(4).ToList();
        sheet.Texts(lines, Margin, top + 10, left, TextStyle.Plain(8));

        var x = Margin + left + 8;
        sheet.Text("ORDER", x, top, Side, _caption, Align.End);
        sheet.Text(label.Shipment.AmazonOrderId ?? label.Shipment.OrderNumber, x, top + 10, Side, TextStyle.Plain(8), Align.End);
        sheet.Text(
            $"{label.Shipment.OrderNumber} · {label.Shipment.PackageNumber}", x, top + 21, Side, TextStyle.Soft(7), Align.End);
        sheet.Barcode(label.Shipment.AmazonOrderId ?? label.Shipment.OrderNumber, x - 6, top + 34, Side + 12, 18, coarsest: 0.8f);
    }
}
