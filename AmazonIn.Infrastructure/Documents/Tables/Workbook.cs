using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using AmazonIn.Domain.Ports.Documents;

namespace AmazonIn.Infrastructure.Documents.Tables;

/// <summary>
/// A table as Excel's workbook (ECMA-376), streamed. Texts are inline strings, so that none can be a formula (security.md
/// E-03); figures and times are numbers with a format. The heading stays in sight and can be filtered by.
/// </summary>
/// <param name="rowsOnSheet">Excel takes no more rows on one sheet; the table goes on on the next.</param>
internal sealed class Workbook(Table table, int rowsOnSheet = Workbook.MostRows)
{
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string Parts = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private const string Styles =
        $"""
        {Declaration}<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[&gt;=10000000]##\,##\,##\,##0.00;[&gt;=100000]##\,##\,##0.00;#,##0.00"/><numFmt numFmtId="165" formatCode="d\ mmm\ yyyy\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    private const string RootRelations =
        $"""
        {Declaration}<Relationships xmlns="{Packages}relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    // Order in which the styles part below lists its cell formats.
    private const int HeadingStyle = 1;
    private const int AmountStyle = 2;
    private const int TimeStyle = 3;

    private static readonly XmlWriterSettings _xml = new()
    {
        Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly DateTime _dayZero = new(1899, 12, 30);

    public async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        var deferred = new DeferredWrites(target);
        await using (var archive = await ZipArchive.CreateAsync(
            deferred, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await AddPartsAsync(archive, cancellationToken);
        }

        await deferred.FlushAsync(cancellationToken);
    }

    private async Task AddPartsAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        var sheets = 0;
        await using (var rows = table.Rows.GetAsyncEnumerator(cancellationToken))
        {
            var more = await rows.MoveNextAsync();
            do
            {
                more = await AddSheetAsync(archive, ++sheets, rows, more, cancellationToken);
            }
            while (more);
        }

        await AddAsync(archive, "xl/styles.xml", Styles, cancellationToken);
        await AddAsync(archive, "xl/workbook.xml", Book(sheets), cancellationToken);
        await AddAsync(archive, "xl/_rels/workbook.xml.rels", BookRelations(sheets), cancellationToken);
        await AddAsync(archive, "_rels/.rels", RootRelations, cancellationToken);
        await AddAsync(archive, "[Content_Types].xml", ContentTypes(sheets), cancellationToken);
    }

    private string Book(int sheets) =>
        $"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(sheets, at => $"<sheet name=\"{table.Name}{(at == 1 ? null : $" {at}")}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>")}</sheets></workbook>""";

    private static string BookRelations(int sheets) =>
        $"""{Declaration}<Relationships xmlns="{Packages}relationships">{Each(sheets, at => $"<Relationship Id=\"rId{at}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")}<Relationship Id="rId0" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""";

    private static string ContentTypes(int sheets) =>
        $"""{Declaration}<Types xmlns="{Packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Parts}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Parts}styles+xml"/>{Each(sheets, at => $"<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"{Parts}worksheet+xml\"/>")}</Types>""";

    private static string Each(int count, Func<int, string> make) => string.Concat(Enumerable.Range(1, count).Select(make));

    private static async Task AddAsync(ZipArchive archive, string name, string text, CancellationToken cancellationToken)
    {
        await using var part = await archive.CreateEntry(name).OpenAsync(cancellationToken);
        await part.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    /// <returns>Whether rows are left for another sheet.</returns>
    private async Task<bool> AddSheetAsync(
        ZipArchive archive,
        int number,
        IAsyncEnumerator<IReadOnlyList<TableCell>> rows,
        bool more,
        CancellationToken cancellationToken)
    {
        await using var part = await archive
            .CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest)
            .OpenAsync(cancellationToken);
        await using var xml = XmlWriter.Create(part, _xml);
        await xml.WriteStartDocumentAsync(standalone: true);
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        await xml.WriteRawAsync(
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        await xml.WriteRawAsync($"<cols>{Each(table.Columns.Count, at => $"<col min=\"{at}\" max=\"{at}\" width=\"{table.Columns[at - 1].Width}\" customWidth=\"1\"/>")}</cols>");
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        await WriteRowAsync(xml, table.Columns.Select(column => TableCell.Of(column.Title)), HeadingStyle);
        for (var row = 1; more && row < rowsOnSheet; row++)
        {
            await WriteRowAsync(xml, rows.Current, style: 0);
            more = await rows.MoveNextAsync();
        }

        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
        return more;
    }

    private static async Task WriteRowAsync(XmlWriter xml, IEnumerable<TableCell> cells, int style)
    {
        await xml.WriteStartElementAsync(null, "row", Main);
        foreach (var cell in cells)
        {
            await xml.WriteStartElementAsync(null, "c", Main);
            if (cell.Text is { } text)
            {
                await WriteTextAsync(xml, CellText.Of(text), style);
            }
            else if (cell.Figure is { } figure)
            {
                await WriteNumberAsync(xml, figure, cell.IsAmount ? AmountStyle : style);
            }
            else if (cell.Time is { } time)
            {
                await WriteNumberAsync(xml, (decimal)(time - _dayZero).Ticks / TimeSpan.TicksPerDay, TimeStyle);
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WriteTextAsync(XmlWriter xml, string text, int style)
    {
        await xml.WriteAttributeStringAsync(null, "s", null, style.ToString(CultureInfo.InvariantCulture));
        await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
        await xml.WriteStartElementAsync(null, "is", Main);
        await xml.WriteStartElementAsync(null, "t", Main);
        await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
        await xml.WriteStringAsync(string.Concat(text.EnumerateRunes().Where(MayStand)));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    // XML has no way at all to write the others.
    private static bool MayStand(Rune sign) => sign.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF);

    private static async Task WriteNumberAsync(XmlWriter xml, decimal number, int style)
    {
        await xml.WriteAttributeStringAsync(null, "s", null, style.ToString(CultureInfo.InvariantCulture));
        await xml.WriteElementStringAsync(null, "v", Main, number.ToString(CultureInfo.InvariantCulture));
    }
}
