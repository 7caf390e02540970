using AmazonIn.Infrastructure.Documents;

namespace AmazonIn.Tests.Documents;

/// <summary>The sales order's PDF, read back by another program's reader.</summary>
[Trait("Row", "O4")]
public sealed class OrderSheetPrinterTests
{
    private readonly OrderSheetPrinter _printer = new();

    [Fact]
    public void It_holds_seller_lines_taxes_sums_and_says_that_it_is_no_tax_invoice()
    {
        var sheet = ReadPdf.Of(_printer.Print(Samples.Order()));

        string[] texts =
        [
            "Malgudi Traders", "SO-00031", Samples.AmazonOrderId, "Amazon IN - Customer", "Karnataka (29)", "KURTA/BLUE 02",
            "₹1,35,741.61", "CGST0", "₹6,172.81", "SGST0", "₹6,172.80", "–₹300.00", "₹4,07,234.83", "Pack with the festival ribbon.",
            "It is not a tax invoice", "हस्तनिर्मित", "Page 1 of 1",
        ];
        Assert.All(texts, text => Assert.Contains(ReadPdf.Squeezed(text), sheet.Text, StringComparison.Ordinal));
        Assert.Equal((210, 297), (Math.Round(sheet.Sizes[0].Width / 72 * 25.4), Math.Round(sheet.Sizes[0].Height / 72 * 25.4)));
        Assert.All(sheet.FontsEmbedded, Assert.True);
    }

    [Fact]
    public void Many_lines_go_on_to_further_pages_with_the_table_s_heading()
    {
        var sheet = ReadPdf.Of(_printer.Print(Samples.Order(lines: 70)));

        Assert.True(sheet.Pages.Count > 2);
        Assert.All(Enumerable.Range(1, 70), at => Assert.Contains($"KURTA/BLUE{at:D2}", sheet.Text, StringComparison.Ordinal));
        Assert.All(sheet.Pages.SkipLast(1), page => Assert.Contains("Unitprice", page, StringComparison.Ordinal));
        Assert.All(sheet.Pages, page => Assert.Contains("notataxinvoice", page, StringComparison.Ordinal));
        Assert.All(sheet.Pages.Skip(1), page => Assert.StartsWith("SalesorderSO-00031", page, StringComparison.Ordinal));
    }
}
