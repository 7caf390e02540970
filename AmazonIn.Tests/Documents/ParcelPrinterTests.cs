using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Infrastructure.Documents.Parcels;

namespace AmazonIn.Tests.Documents;

/// <summary>Slips and labels, read back by another program's reader.</summary>
[Trait("Row", "H2")]
public sealed class ParcelPrinterTests
{
    private readonly ParcelPrinter _printer = new();

    public static TheoryData<string> Scripts => ["Latin", "Devanagari", "Tamil", "Bengali"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_label_carries_its_recipient_in_every_script(string script)
    {
        var recipient = Of(script);

        var label = ReadPdf.Of(_printer.PrintLabels([Samples.Label(recipient)], LabelPaper.FourBySix, Samples.Mark));

        AssertHolds(label, [recipient.Name!, .. recipient.Lines, $"Phone {recipient.Phone}", "Blue Dart", "Malgudi Traders", Samples.AmazonOrderId]);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_slip_carries_recipient_content_and_who_printed_it(string script)
    {
        var recipient = Of(script);

        var slip = ReadPdf.Of(_printer.PrintSlips([Samples.Slip(recipient)], Samples.Mark));

        AssertHolds(
            slip,
            [
                recipient.Name!, .. recipient.Lines, "KURTA/BLUE 01", "Cotton kurta, hand block printed, size 2", "PKG-00012",
                "SO-00031", "Packed in Bengaluru warehouse", "Happy Diwali, dear Amma!", "Printed by Asha Rao, 23 Nov 2026, 14:05",
            ]);
    }

    [Fact]
    public void Labels_are_four_by_six_inches_or_four_to_a_sheet_of_A4()
    {
        var five = Enumerable.Repeat(Samples.Label(Samples.Latin), 5).ToList();

        var roll = ReadPdf.Of(_printer.PrintLabels(five, LabelPaper.FourBySix, Samples.Mark));
        var sheets = ReadPdf.Of(_printer.PrintLabels(five, LabelPaper.A4, Samples.Mark));

        Assert.Equal(5, roll.Pages.Count);
        Assert.All(roll.Sizes, size => Assert.Equal((288, 432), size));
        Assert.Equal(2, sheets.Pages.Count);
        Assert.All(sheets.Sizes, size => Assert.Equal((210, 297), (Math.Round(size.Width / 72 * 25.4), Math.Round(size.Height / 72 * 25.4))));
        Assert.Equal(5, sheets.Bars.Select(Code128Reader.Read).Count(text => text == Samples.Tracking));
    }

    [Theory]
    [InlineData(Samples.Tracking)]
    [InlineData("1Z999AA10123456784")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("A-LONG_TRACKING.NUMBER/THAT-SOMEBODY-INVENTED")]
    public void The_barcodes_hold_tracking_number_and_order_number(string tracking)
    {
        var label = ReadPdf.Of(_printer.PrintLabels([Samples.Label(Samples.Latin, tracking)], LabelPaper.FourBySix, Samples.Mark));

        Assert.Equal([tracking, Samples.AmazonOrderId], label.Bars.Select(Code128Reader.Read));
    }

    [Fact]
    public void A_slip_has_the_tracking_number_as_barcode_or_the_packages_until_there_is_one()
    {
        var shipped = ReadPdf.Of(_printer.PrintSlips([Samples.Slip(Samples.Latin)], Samples.Mark));
        var packed = ReadPdf.Of(_printer.PrintSlips([Samples.Slip(Samples.Latin, Samples.Package())], Samples.Mark));

        Assert.Equal(Samples.Tracking, Code128Reader.Read(Assert.Single(shipped.Bars)));
        Assert.Equal("PKG-00012", Code128Reader.Read(Assert.Single(packed.Bars)));
    }

    [Fact]
    public void A_long_name_and_address_are_whole_on_the_label()
    {
        var recipient = Samples.LongNamed;
        Assert.True(recipient.Name!.Length >= 60);

        var label = ReadPdf.Of(_printer.PrintLabels([Samples.Label(recipient)], LabelPaper.FourBySix, Samples.Mark));

        AssertHolds(label, [recipient.Name, .. recipient.Lines, recipient.Phone!]);
    }

    [Fact]
    public void Many_lines_go_on_to_further_pages_each_of_which_names_its_package()
    {
        var slip = ReadPdf.Of(_printer.PrintSlips([Samples.Slip(Samples.Latin, Samples.Package(lines: 60))], Samples.Mark));

        Assert.True(slip.Pages.Count > 1);
        Assert.All(slip.Pages, page => Assert.Contains("PKG-00012", page, StringComparison.Ordinal));
        Assert.All(slip.Pages, page => Assert.Contains("Quantity", page, StringComparison.Ordinal));
        AssertHolds(slip, Enumerable.Range(1, 60).Select(at => $"KURTA/BLUE {at:D2}"));
        Assert.Contains($"Page1of{slip.Pages.Count}", slip.Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_are_embedded()
    {
        var label = ReadPdf.Of(_printer.PrintLabels([Samples.Label(Samples.Tamil)], LabelPaper.FourBySix, Samples.Mark));

        Assert.NotEmpty(label.FontsEmbedded);
        Assert.All(label.FontsEmbedded, Assert.True);
    }

    [Fact]
    public void A_slip_says_why_there_is_no_recipient()
    {
        var slip = ReadPdf.Of(_printer.PrintSlips([Samples.Slip(null, without: "The recipient's details were deleted on 1 Nov 2026.")], Samples.Mark));

        AssertHolds(slip, ["The recipient's details were deleted on 1 Nov 2026."]);
    }

    [Fact]
    public void Marks_that_turn_the_reading_direction_are_taken_out_and_unknown_scripts_are_told_of()
    {
        var turned = Samples.Latin with { Name = "Ravi \u202EdrawkcaB\u202C Kumar" };
        var telugu = Samples.Latin with { Name = "రవి కుమార్" };

        var label = ReadPdf.Of(_printer.PrintLabels([Samples.Label(turned)], LabelPaper.FourBySix, Samples.Mark));
        var boxes = ReadPdf.Of(_printer.PrintLabels([Samples.Label(telugu)], LabelPaper.FourBySix, Samples.Mark));

        AssertHolds(label, ["Ravi drawkcaB Kumar"]);
        Assert.DoesNotContain("Boxesstandfor", label.Text, StringComparison.Ordinal);
        AssertHolds(boxes, ["Boxes stand for letters"]);
    }

    private static Recipient Of(string script) => script switch
    {
        "Latin" => Samples.Latin,
        "Devanagari" => Samples.Devanagari,
        "Tamil" => Samples.Tamil,
        _ => Samples.Bengali,
    };

    private static void AssertHolds(ReadPdf document, IEnumerable<string> texts) =>
        Assert.All(texts, text => Assert.Contains(ReadPdf.Squeezed(text), document.Text, StringComparison.Ordinal));
}
