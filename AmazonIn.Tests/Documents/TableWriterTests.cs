using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Infrastructure.Documents.Tables;

namespace AmazonIn.Tests.Documents;

/// <summary>Tables as files, with the texts that spreadsheets would take for formulas (security.md E-01 to E-03, E-05).</summary>
[Trait("Row", "X4")]
public sealed class TableWriterTests
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] _payloads =
    [
        "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "  =1", "\u00A0=1", "\u3000=1", "＝1", "＋1", "－1", "＠a",
        "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://a\",\"b\")", "-10.50", "+91 98450 12345", "=\"a,b\"", "'=1", "\u2003@a", " \t-1",
        "=1;2", "@", "=", "+", "-", "= ", "\"=1\"",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_text_of_a_csv_begins_a_formula_and_all_is_quoted_with_its_mark_and_line_ends()
    {
        var file = await WriteAsync(TableFormat.Csv, [.. _payloads.Select(text => new[] { TableCell.Of(text) })]);

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var text = Encoding.UTF8.GetString(file[3..]);
        Assert.EndsWith("\"\r\n", text, StringComparison.Ordinal);
        foreach (var payload in _payloads.Where(payload => payload is not ("'=1" or "\"=1\"")))
        {
            var cell = $"\r\n\"'{payload.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n";
            Assert.Contains(cell, text, StringComparison.Ordinal);
        }

    }

    [Fact]
    public async Task Figures_of_ours_stay_figures_in_a_csv()
    {
        var file = await WriteAsync(TableFormat.Csv, [[TableCell.Money(-10.5m)], [TableCell.Of(-3)], [TableCell.Money(null)], [TableCell.Money(0.125m)]]);

        Assert.Equal("\"Column\"\r\n\"-10.50\"\r\n\"-3\"\r\n\"\"\r\n\"0.125\"\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public async Task A_workbook_has_no_formula_and_keeps_every_text_as_it_was()
    {
        var texts = _payloads.Append("क्षत्रिय 🎁 \uD800").ToArray();

        var sheet = Sheets(await WriteAsync(TableFormat.Xlsx, [.. texts.Select(text => new[] { TableCell.Of(text) })]))[0];

        Assert.Empty(sheet.Descendants(_main + "f"));
        Assert.All(sheet.Descendants(_main + "c"), cell => Assert.Equal("inlineStr", cell.Attribute("t")?.Value));
        Assert.Equal(
            texts.Select(text => text.Replace("\0", string.Empty, StringComparison.Ordinal).Replace('\uD800', '\uFFFD')),
            sheet.Descendants(_main + "t").Skip(1).Select(cell => cell.Value));
    }

    [Fact]
    public async Task Figures_and_times_are_numbers_in_a_workbook()
    {
        var zone = Samples.India;
        var sheet = Sheets(await WriteAsync(
            TableFormat.Xlsx,
            [[TableCell.Money(-10.5m)], [TableCell.Of(3)], [TableCell.At(new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero), zone)], [TableCell.Empty]]))[0];

        Assert.Equal(
            [-10.5m, 3m, 46349.25m],
            sheet.Descendants(_main + "v").Select(cell => decimal.Parse(cell.Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_full_sheet_is_followed_by_another_with_the_heading_again()
    {
        var table = TableOf([.. Enumerable.Range(1, 5).Select(at => new[] { TableCell.Of(at) })]);
        using var target = new MemoryStream();
        await new Workbook(table, rowsOnSheet: 3).WriteAsync(target, Cancel);

        var sheets = Sheets(target.ToArray());

        Assert.Equal([3, 3, 2], sheets.Select(sheet => sheet.Descendants(_main + "row").Count()));
        Assert.All(sheets, sheet => Assert.Equal("Column", sheet.Descendants(_main + "t").First().Value));
    }

    [Fact]
    public async Task Marks_that_turn_the_reading_direction_are_shown()
    {
        var cells = new[] { new[] { TableCell.Of("SKU\u202E123\u2066") } };

        Assert.Contains("SKU[U+202E]123[U+2066]", Encoding.UTF8.GetString(await WriteAsync(TableFormat.Csv, cells)), StringComparison.Ordinal);
        Assert.Contains("SKU[U+202E]123[U+2066]", Sheets(await WriteAsync(TableFormat.Xlsx, cells))[0].ToString(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> WriteAsync(TableFormat format, TableCell[][] rows)
    {
        using var target = new MemoryStream();
        await new TableWriter().WriteAsync(TableOf(rows), format, target, Cancel);
        return target.ToArray();
    }

    private static Table TableOf(TableCell[][] rows) =>
        new("Orders", [new TableColumn("Column")], rows.ToAsyncEnumerable().Select(row => (IReadOnlyList<TableCell>)row));

    private static List<XDocument> Sheets(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Select(entry =>
        {
            using var part = entry.Open();
            return XDocument.Load(part, LoadOptions.PreserveWhitespace);
        })];
    }
}
