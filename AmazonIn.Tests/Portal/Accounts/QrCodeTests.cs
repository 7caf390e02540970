using System.Security.Cryptography;
using System.Text;
using AmazonIn.Portal.Components.Account;

namespace AmazonIn.Tests.Portal.Accounts;

public sealed class QrCodeTests
{
    /// <summary>
    /// Hashes of the modules, row by row, that another encoder (QRCoder 1.8.1) drew of the same text: one block; several
    /// blocks and a version pattern; blocks of two lengths; and a length of sixteen bits.
    /// </summary>
    [Theory]
    [InlineData(0, "asha", 21, "d11bf3b41ab0fef5")]
    [InlineData(8, "", 49, "8551a85cad64a656")]
    [InlineData(10, "asha", 53, "cdafa5657cd02af1")]
    [InlineData(13, "", 57, "555663e93c089d9a")]
    [Trait("Row", "A1")]
    public void Modules_are_those_that_another_encoder_draws(int times, string end, int size, string hash)
    {
        var code = QrCode.Of(string.Concat(Enumerable.Repeat("malgudi traders ", times)) + end);

        Assert.Equal(size, code.Size);
        var bits = string.Concat(
            from row in Enumerable.Range(0, code.Size)
            from column in Enumerable.Range(0, code.Size)
            select code.IsDark(row, column) ? '1' : '0');
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(bits)))[..16]);
    }

    [Fact]
    public void A_text_that_does_not_fit_is_refused() =>
        Assert.Throws<ArgumentException>(() => QrCode.Of(new string('x', 214)));
}
