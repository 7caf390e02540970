using AmazonIn.Infrastructure.Documents.Pdf;
using CsCheck;

namespace AmazonIn.Tests.Documents;

public sealed class Code128Tests
{
    [Theory]
    [InlineData("BD1234567890IN")]
    [InlineData("1234567")]
    [InlineData("12345678")]
    [InlineData("42")]
    [InlineData("PKG-00012")]
    [InlineData("403-1234567-1234567")]
    [InlineData("A/b.c_d~ !")]
    public void What_is_encoded_is_read_again(string text) => Assert.Equal(text, Code128Reader.Read(Code128.Modules(text)));

    [Fact]
    public void Every_printable_text_is_read_again() => Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.Char[' ', '~']), 1, 40]
        .Sample(text => Code128Reader.Read(Code128.Modules(text)) == text);

    [Fact]
    public void Runs_of_digits_take_half_the_room() =>
        Assert.Equal((3 + 10) * 11 + 2, Code128.Modules("12345678901234567890").Length);

    [Theory]
    [InlineData("")]
    [InlineData("क")]
    [InlineData("a\u0001")]
    public void What_a_barcode_cannot_hold_is_not_encoded(string text) => Assert.False(Code128.Takes(text));
}
