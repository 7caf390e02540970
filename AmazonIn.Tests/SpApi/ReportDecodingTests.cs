using System.Text;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Tests.SpApi;

public sealed class ReportDecodingTests
{
    [Theory]
    [InlineData("Cp1252", new byte[] { 0x80, 0xE9 }, "€é")]
    [InlineData("windows-1252", new byte[] { 0x93 }, "“")]
    [InlineData(null, new byte[] { 0xE9 }, "é")]
    [InlineData(null, new byte[] { 0xE2, 0x82, 0xB9 }, "₹")]
    [InlineData("utf-8", new byte[] { 0xE0, 0xA4, 0x95 }, "क")]
    [InlineData("x-unheard-of", new byte[] { 0xC3, 0xA9 }, "é")]
    public void A_lines_charset_is_the_named_one_or_found_out(string? name, byte[] bytes, string text) =>
        Assert.Equal(text, new ReportCharset(name).Decode(bytes));

    [Fact]
    public async Task Lines_end_with_or_without_a_carriage_return_and_a_byte_order_mark_is_dropped()
    {
        var lines = await LinesAsync([0xEF, 0xBB, 0xBF, .. "a\tb\r\nc\t\"d\n\ne"u8]);

        Assert.Equal(["a\tb", "c\t\"d", "", "e"], lines);
    }

    [Fact]
    public async Task A_line_across_many_pieces_is_one_line()
    {
        var text = string.Join('\n', Enumerable.Range(0, 3000).Select(number => new string((char)('a' + (number % 26)), 300)));

        Assert.Equal(text.Split('\n'), await LinesAsync(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    [Trait("Row", "Z-01")]
    public async Task A_line_without_an_end_is_no_report()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => LinesAsync(new byte[3 * 1024 * 1024]));
    }

    [Fact]
    public void Columns_are_found_by_name_and_missing_ones_are_null()
    {
        var row = new ReportRow(new Dictionary<string, int> { ["sku"] = 0, ["late"] = 2 }, [" A ", "x"]);

        Assert.Equal(("A", " A ", null, null), (row["sku"], row.Exact("sku"), row["late"], row["never"]));
    }

    private static async Task<List<string>> LinesAsync(byte[] bytes)
    {
        List<string> lines = [];
        await foreach (var line in ReportLines.ReadAsync(
            new MemoryStream(bytes), new ReportCharset(null), TestContext.Current.CancellationToken))
        {
            lines.Add(line);
        }

        return lines;
    }
}
