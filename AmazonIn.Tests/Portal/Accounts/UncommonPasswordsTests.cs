using AmazonIn.Infrastructure.Identity;

namespace AmazonIn.Tests.Portal.Accounts;

[Trait("Row", "A1")]
public sealed class UncommonPasswordsTests
{
    [Theory]
    [InlineData("Password@1234")]
    [InlineData("P@ssw0rd1234!")]
    [InlineData("Pa$$word-2026")]
    [InlineData("Welcome@12345")]
    [InlineData("We1come@India#2026")]
    [InlineData("Qwertyuiop@123")]
    [InlineData("Admin@Amazon#1")]
    [InlineData("JaiShreeRam@108")]
    [InlineData("ILoveYou@India1")]
    [InlineData("2026@Mumbai@2026")]
    [InlineData("Aa1!Aa1!Aa1!")]
    public void Common_passwords_in_disguise_are_known(string password) => Assert.True(UncommonPasswords.IsCommon(password));

    [Theory]
    [InlineData("Correct-Horse-42")]
    [InlineData("Monsoon-Lamp-42")]
    [InlineData("नमस्ते-Lamp-42x")]
    [InlineData("tR7#kw-Zq9!mVp")]
    public void Others_are_not(string password) => Assert.False(UncommonPasswords.IsCommon(password));

    [Fact]
    public void The_list_is_there() => Assert.InRange(CommonWords.Count, 250, 600);
}
