using AmazonIn.Domain.Common;
using CsCheck;

namespace AmazonIn.Tests.Domain.Common;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+SUM(A1)", "'+SUM(A1)")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("\ta", "'\ta")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("KURTA ", "KURTA ")]
    [InlineData("a,b", "a,b")]
    [InlineData("5\" pipe", "5\"\" pipe")]
    [InlineData("", "")]
    [Trait("Row", "K1")]
    [Trait("Row", "O5")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text, string written) =>
        Assert.Equal($"\"{written}\"", Csv.Text(text));

    [Fact]
    public void What_is_written_reads_back() => Gen.Char["aक ,;\"'=\n\r\t+-@7"].Array[0, 6].Select(signs => new string(signs)).Array[1, 4].Sample(
        fields =>
        {
            var read = Csv.Read("a,b,c,d\r\nx," + string.Join(',', fields.Select(Csv.Text))).Last().Fields;
            Assert.Equal(["x", .. fields], read);
        },
        iter: 5_000);

    [Fact]
    public void Lines_are_numbered_as_an_editor_numbers_them()
    {
        var rows = Csv.Read("sku;quantity\r\n\r\n\"A\nB\";1\nC;2").ToList();

        Assert.Equal([1, 3, 5], rows.Select(row => row.Line));
        Assert.Equal(["A\nB", "1"], rows[1].Fields);
        Assert.Equal(["C", "2"], rows[2].Fields);
    }

    [Fact]
    public void Quote_that_never_ends_is_named_with_its_line()
    {
        var fault = Assert.Throws<FormatException>(() => Csv.Read("sku\nA\n\"B").ToList());

        Assert.Contains("line 3", fault.Message, StringComparison.Ordinal);
    }
}
