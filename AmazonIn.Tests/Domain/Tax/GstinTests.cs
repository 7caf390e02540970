using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Domain.Tax;

public sealed class GstinTests
{
    [Theory]
    [InlineData("27AAPFU0939F1ZV")]
    [InlineData("24AAQCA8719H1ZC")]
    [InlineData("29AABCR1718E1ZL")]
    [InlineData(" 29aabcr1718e1zl ")]
    [InlineData("38AAAAA0000A1ZZ")]
    [InlineData("97AAAAA0000A1ZV")]
    [InlineData("07AAAAA0000A1Z4")]
    [InlineData("34AAAAA0000A1Z7")]
    [InlineData("04AAAAA0000A1ZA")]
    [InlineData("26AAAAA0000A1Z4")]
    [Trait("Row", "U2")]
    public void A_number_with_a_right_check_character_is_taken(string text) => Assert.NotNull(Gstin.Parse(text));

    [Theory]
    [InlineData("27AAPFU0939F1ZO")]
    [InlineData("369296450896540")]
    [InlineData("27AAPFU0993F1ZV")]
    [InlineData("00AABCE2207R1Z5")]
    [InlineData("29GGGGG1314R9Z6")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("Row", "U2")]
    public void A_number_with_a_wrong_format_state_or_check_character_is_not(string? text) =>
        Assert.Null(Gstin.Parse(text));

    [Fact]
    public void Every_single_character_error_is_caught()
    {
        const string Valid = "27AAPFU0939F1ZV";

        for (var position = 0; position < Gstin.Length; position++)
        {
            foreach (var other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            {
                if (other != Valid[position])
                {
                    Assert.Null(Gstin.Parse(Valid[..position] + other + Valid[(position + 1)..]));
                }
            }
        }
    }

    [Fact]
    public void Printing_a_gstin_shows_only_its_state() =>
        Assert.Equal("[GSTIN of state 27]", Gstin.Parse("27AAPFU0939F1ZV")!.ToString());
}
