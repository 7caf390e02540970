using System.Globalization;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Infrastructure.Documents.Pdf;

namespace AmazonIn.Infrastructure.Documents.Parcels;

/// <summary>Package slips on A4, each beginning a page of its own.</summary>
internal static class SlipPages
{
    private const float Margin = 42;
    private const float FooterHeight = 34;
    private const float BarcodeWidth = 230;

    private static readonly PageSize _paper = PageSize.A4;
    private static readonly float _width = _paper.Width - (2 * Margin);

    private static readonly TextStyle _plain = TextStyle.Plain(9.5f);
    private static readonly TextStyle _soft = TextStyle.Soft(8);
    private static readonly TextStyle _head = TextStyle.Soft(8) with { Bold = true };
    private static readonly TextStyle _name = TextStyle.Strong(13);
    private static readonly TextStyle _address = TextStyle.Plain(11);

    private static readonly Column[] _columns = Column.Row(
        Margin, [("SKU", 150, Align.Start), ("Item", 298, Align.Start), ("Quantity", 62, Align.End)]);

    public static byte[] Print(IReadOnlyList<PackageSlip> slips, PrintMark mark) =>
        PdfFile.Write("Package slips", _paper, slips.SelectMany(slip => PagesOf(slip, mark)));

    private static IEnumerable<Action<Sheet>> PagesOf(PackageSlip slip, PrintMark mark)
    {
        var flow = new PageFlow(Margin, Margin + 22, _paper.Height - Margin - FooterHeight);
        AddHead(flow, slip, mark);
        AddRecipient(flow, slip);
        AddLines(flow, slip);
        return flow.Pages.Select((blocks, at) => new Action<Sheet>(sheet =>
        {
            if (at > 0)
            {
                sheet.Text($"Package {slip.Package.Number}", Margin, Margin - 6, _width / 2, _soft);
            }

            foreach (var block in blocks)
            {
                block(sheet);
            }

            var top = _paper.Height - Margin - FooterHeight + 14;
            sheet.Rule(Margin, top, _width, Inks.Line);
            sheet.Text(mark.Words(), Margin, top + 5, _width - 70, _soft);
            sheet.Text($"Page {at + 1} of {flow.Pages.Count}", Margin, top + 5, _width, _soft, Align.End);
        }));
    }

    private static void AddHead(PageFlow flow, PackageSlip slip, PrintMark mark)
    {
        var package = slip.Package;
        var shipment = package.Shipment is { State: not ConfirmationState.Undone } sent ? sent : null;
        var code = shipment?.TrackingNumber ?? package.Number;
        var left = _width - BarcodeWidth - 12;
        var seller = TextWrap.Lines(slip.Sender, TextStyle.Strong(14), left, most: 2);
        flow.Add(104, (sheet, top) =>
        {
            sheet.Text("PACKAGE SLIP", Margin, top, left, _head with { Color = Inks.Accent });
            sheet.Text(package.Number, Margin, top + 11, left, TextStyle.Strong(19));
            var below = top + 42 + sheet.Texts(seller, Margin, top + 42, left, TextStyle.Strong(10) with { Size = 11 });
            sheet.Text($"Packed in {slip.Warehouse}", Margin, below, left, _soft);

            var x = Margin + left + 12;
            sheet.Barcode(code, x, top + 2, BarcodeWidth, 44, coarsest: 1.2f);
            sheet.Text(code, x, top + 49, BarcodeWidth, TextStyle.Strong(10), Align.Center);
            sheet.Text(
                shipment is null ? "Not shipped yet" : $"{shipment.Carrier}, shipped {mark.Day(shipment.ShippedAt)}",
                x, top + 64, BarcodeWidth, _soft, Align.Center);
        });
        flow.Add(14, (sheet, top) => sheet.Fill(Margin, top, _width, 1.5f, Inks.Accent));
        AddFacts(flow, package, slip, mark);
    }

    private static void AddFacts(PageFlow flow, PackageRow package, PackageSlip slip, PrintMark mark)
    {
        (string Name, string Value)[] facts =
        [
            ("Sales order", package.OrderNumber),
            ("Amazon order", package.AmazonOrderId ?? "made by hand"),
            ("Ordered", mark.Day(slip.OrderedAt)),
            ("Packed", $"{mark.Day(package.PackedAt)} by {package.PackedBy}"),
        ];
        var width = _width / facts.Length;
        flow.Add(40, (sheet, top) =>
        {
            for (var at = 0; at < facts.Length; at++)
            {
                sheet.Text(facts[at].Name, Margin + (at * width), top, width - 8, _soft);
                sheet.Text(facts[at].Value, Margin + (at * width), top + 12, width - 8, _plain);
            }
        });
    }

    private static void AddRecipient(PageFlow flow, PackageSlip slip)
    {
        flow.Add(14, (sheet, top) => sheet.Text("RECIPIENT", Margin, top, _width, _head));
        if (slip.Recipient is not { } recipient)
        {
            var words = TextWrap.Lines(slip.WithoutRecipient ?? string.Empty, _plain, _width);
            flow.Add((words.Count * _plain.Leading) + 16, (sheet, top) => sheet.Texts(words, Margin, top, _width, _plain));
            return;
        }

        Add(flow, recipient.Name, _name);
        foreach (var line in recipient.Lines)
        {
            Add(flow, line, _address);
        }

        Add(flow, recipient.Phone is { } phone ? $"Phone {phone}" : null, _address);
        Add(flow, recipient.Instructions, _soft);
        Add(flow, UnreadableNote.IsNeeded(recipient) ? UnreadableNote.Words : null, _soft with { Bold = true });
        flow.Space(14);
    }

    private static void Add(PageFlow flow, string? text, TextStyle style)
    {
        foreach (var line in TextWrap.Lines(text ?? string.Empty, style, _width))
        {
            flow.Add(style.Leading, (sheet, top) => sheet.Text(line, Margin, top, _width, style));
        }
    }

    private static void AddLines(PageFlow flow, PackageSlip slip)
    {
        flow.Begin(22, 60, (sheet, top) =>
        {
            sheet.Fill(Margin, top, _width, 18, Inks.Shade);
            foreach (var column in _columns)
            {
                sheet.Text(column.Title, column.X, top + 3, column.Width, _head, column.Align);
            }
        });
        foreach (var line in slip.Package.Lines)
        {
            AddLine(flow, line, slip.Notes.GetValueOrDefault(line.LineId));
        }

        flow.End();
        flow.Add(24, (sheet, top) =>
        {
            sheet.Text("Units in this package", _columns[1].X, top + 4, _columns[1].Width, _plain with { Bold = true }, Align.End);
            sheet.Text(Count(slip.Package.Units), _columns[2].X, top + 4, _columns[2].Width, _plain with { Bold = true }, Align.End);
        });
    }

    private static void AddLine(PageFlow flow, PackageLineRow line, string? note)
    {
        var sku = TextWrap.Lines(line.Sku, _plain, _columns[0].Width, most: 3);
        var title = TextWrap.Lines(line.Title ?? string.Empty, _plain, _columns[1].Width, most: 3);
        var wish = TextWrap.Lines(note ?? string.Empty, _soft, _columns[1].Width);
        var height = Math.Max(sku.Count * _plain.Leading, (title.Count * _plain.Leading) + (wish.Count * _soft.Leading)) + 9;
        flow.Add(height, (sheet, top) =>
        {
            sheet.Texts(sku, _columns[0].X, top, _columns[0].Width, _plain);
            var below = top + sheet.Texts(title, _columns[1].X, top, _columns[1].Width, _plain);
            sheet.Texts(wish, _columns[1].X, below, _columns[1].Width, _soft);
            sheet.Text(Count(line.Quantity), _columns[2].X, top, _columns[2].Width, _plain, Align.End);
            sheet.Rule(Margin, top + height - 5, _width, Inks.Line, 0.5f);
        });
    }

    private static string Count(int units) => units.ToString(CultureInfo.InvariantCulture);
}
