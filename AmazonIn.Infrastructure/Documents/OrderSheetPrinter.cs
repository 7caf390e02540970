using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Infrastructure.Documents.Pdf;

namespace AmazonIn.Infrastructure.Documents;

/// <summary>The sales order on A4.</summary>
internal sealed class OrderSheetPrinter : IOrderSheetPrinter
{
    private const float Margin = 42;
    private const float Gap = 8;
    private const float FooterHeight = 46;

    private static readonly PageSize _paper = PageSize.A4;
    private static readonly float _width = _paper.Width - (2 * Margin);

    private static readonly TextStyle _plain = TextStyle.Plain(8.5f);
    private static readonly TextStyle _soft = TextStyle.Soft(7.5f);
    private static readonly TextStyle _strong = TextStyle.Strong(8.5f);
    private static readonly TextStyle _head = TextStyle.Soft(7.5f) with { Bold = true };

    private static readonly Column[] _columns = Column.Row(
        Margin,
        [
            ("#", 18, Align.Start), ("Item", 165, Align.Start), ("Qty", 28, Align.End), ("Unit price", 62, Align.End),
            ("Charges", 54, Align.End), ("Discount", 54, Align.End), ("Tax", 66, Align.End), ("Total", 64, Align.End),
        ]);

    public byte[] Print(OrderSheet sheet)
    {
        var flow = new PageFlow(Margin, Margin + 22, _paper.Height - Margin - FooterHeight);
        AddHead(flow, sheet);
        AddFacts(flow, sheet.Facts);
        AddLines(flow, sheet.Lines);
        AddSums(flow, sheet);
        AddComments(flow, sheet.Comments);
        return PdfFile.Write($"Sales order {sheet.Number}", _paper, flow.Pages.Select((blocks, at) => Page(sheet, blocks, at, flow.Pages.Count)));
    }

    private static Action<Sheet> Page(OrderSheet order, IReadOnlyList<Action<Sheet>> blocks, int at, int pages) => sheet =>
    {
        if (at > 0)
        {
            sheet.Text($"Sales order {order.Number}", Margin, Margin - 6, _width / 2, _soft);
        }

        foreach (var block in blocks)
        {
            block(sheet);
        }

        var top = _paper.Height - Margin - FooterHeight + 12;
        sheet.Rule(Margin, top, _width, Inks.Line);
        var words = TextWrap.Lines(string.Join(' ', order.Notes), _soft, _width, most: 2);
        sheet.Texts(words, Margin, top + 5, _width, _soft);
        sheet.Text(order.PrintedBy, Margin, top + 28, _width - 80, _soft);
        sheet.Text($"Page {at + 1} of {pages}", Margin, top + 28, _width, _soft, Align.End);
    };

    private static void AddHead(PageFlow flow, OrderSheet order)
    {
        const float Side = 210;
        var left = _width - Side - Gap;
        var name = TextWrap.Lines(order.Seller, TextStyle.Strong(16), left, most: 2);
        var height = Math.Max(62, (name.Count * TextStyle.Strong(16).Leading) + (order.SellerFacts.Count * _plain.Leading) + 12);
        flow.Add(height, (sheet, top) =>
        {
            var below = top + sheet.Texts(name, Margin, top, left, TextStyle.Strong(16));
            sheet.Texts(order.SellerFacts, Margin, below + 2, left, TextStyle.Soft(8.5f));
            var x = Margin + left + Gap;
            sheet.Text("SALES ORDER", x, top + 2, Side, _head with { Color = Inks.Accent }, Align.End);
            sheet.Text(order.Number, x, top + 12, Side, TextStyle.Strong(16), Align.End);
            sheet.Text(order.Status, x, top + 36, Side, TextStyle.Soft(9.5f), Align.End);
        });
        flow.Add(14, (sheet, top) => sheet.Fill(Margin, top, _width, 1.5f, Inks.Accent));
    }

    private static void AddFacts(PageFlow flow, IReadOnlyList<SheetFact> facts)
    {
        const int InRow = 3;
        var width = (_width - ((InRow - 1) * Gap)) / InRow;
        foreach (var row in facts.Chunk(InRow))
        {
            var values = row.Select(fact => TextWrap.Lines(fact.Value, _plain, width, most: 3)).ToArray();
            flow.Add(_soft.Leading + (values.Max(lines => lines.Count) * _plain.Leading) + 7, (sheet, top) =>
            {
                for (var at = 0; at < row.Length; at++)
                {
                    var x = Margin + (at * (width + Gap));
                    sheet.Text(row[at].Name, x, top, width, _soft);
                    sheet.Texts(values[at], x, top + _soft.Leading, width, _plain);
                }
            });
        }

        flow.Space(8);
    }

    private static void AddLines(PageFlow flow, IReadOnlyList<OrderSheetLine> lines)
    {
        const float HeadHeight = 20;
        var rows = lines.Select(LineBlock).ToList();
        flow.Begin(HeadHeight, HeadHeight + (rows.Count > 0 ? rows[0].Height : 0), (sheet, top) =>
        {
            sheet.Fill(Margin, top, _width, HeadHeight - 3, Inks.Shade);
            foreach (var column in _columns)
            {
                sheet.Text(column.Title, column.X, top + 3, column.Width, _head, column.Align);
            }
        });
        foreach (var (height, draw) in rows)
        {
            flow.Add(height, draw);
        }

        flow.End();
        flow.Space(10);
    }

    private static (float Height, Action<Sheet, float> Draw) LineBlock(OrderSheetLine line)
    {
        var title = TextWrap.Lines(line.Title, _plain, _columns[1].Width, most: 3);
        var sku = TextWrap.Lines(line.Sku, _soft, _columns[1].Width, most: 2);
        var height = Math.Max(
            (title.Count * _plain.Leading) + (sku.Count * _soft.Leading),
            Math.Max(1, line.Taxes.Count) * (_plain.Leading + _soft.Leading)) + 8;
        return (height, (sheet, top) =>
        {
            string[] cells = [line.Position, string.Empty, line.Quantity, line.UnitPrice, line.Charges, line.Discount, string.Empty, line.Total];
            for (var at = 0; at < cells.Length; at++)
            {
                sheet.Text(cells[at], _columns[at].X, top, _columns[at].Width, at == 7 ? _strong : _plain, _columns[at].Align);
            }

            var below = top + sheet.Texts(title, _columns[1].X, top, _columns[1].Width, _plain);
            sheet.Texts(sku, _columns[1].X, below, _columns[1].Width, _soft);
            var y = top;
            foreach (var tax in line.Taxes)
            {
                sheet.Text(tax.Value, _columns[6].X, y, _columns[6].Width, _plain, Align.End);
                sheet.Text(tax.Name, _columns[6].X, y + _plain.Leading - 1, _columns[6].Width, _soft, Align.End);
                y += _plain.Leading + _soft.Leading;
            }

            sheet.Rule(Margin, top + height - 4, _width, Inks.Line, 0.5f);
        });
    }

    private static void AddSums(PageFlow flow, OrderSheet order)
    {
        const float Side = 250;
        var x = Margin + _width - Side;
        foreach (var sum in order.Sums)
        {
            var note = sum.Note is { } words ? TextWrap.Lines(words, _soft, Side - 90, most: 2) : [];
            flow.Add(_plain.Leading + (note.Count * _soft.Leading) + 2, (sheet, top) =>
            {
                sheet.Text(sum.Name, x, top, Side - 90, _plain);
                sheet.Texts(note, x, top + _plain.Leading, Side - 90, _soft);
                sheet.Text(sum.Amount, x, top, Side, _plain, Align.End);
            });
        }

        flow.Add(34, (sheet, top) =>
        {
            sheet.Fill(x - 8, top + 3, Side + 8, 24, Inks.Shade);
            sheet.Text(order.Total.Name, x, top + 8, Side - 110, TextStyle.Strong(10));
            sheet.Text(order.Total.Amount, x, top + 7, Side - 6, TextStyle.Strong(11.5f), Align.End);
        });
        if (order.Total.Note is { } remark)
        {
            var lines = TextWrap.Lines(remark, _soft, Side);
            flow.Add(lines.Count * _soft.Leading, (sheet, top) => sheet.Texts(lines, x, top, Side, _soft));
        }

        flow.Space(10);
    }

    private static void AddComments(PageFlow flow, IReadOnlyList<SheetComment> comments)
    {
        if (comments.Count == 0)
        {
            return;
        }

        flow.Begin(16, 60, (sheet, top) => sheet.Text("Comments", Margin, top, _width, _strong));
        foreach (var comment in comments)
        {
            var by = TextWrap.Lines(comment.By, _soft, _width, most: 1);
            var lines = TextWrap.Lines(comment.Text, _plain, _width);
            foreach (var line in lines)
            {
                flow.Add(_plain.Leading, (sheet, top) => sheet.Text(line, Margin, top, _width, _plain));
            }

            flow.Add(_soft.Leading + 5, (sheet, top) => sheet.Texts(by, Margin, top, _width, _soft));
        }

        flow.End();
    }
}
