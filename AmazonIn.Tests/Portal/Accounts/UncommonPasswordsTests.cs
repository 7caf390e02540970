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
    [InlineData("Aa@123456789")]
    [InlineData("Sc0obyD0o@99")]
    [InlineData("Butterfly#2026")]
    [InlineData("2026-Rasputin!")]
    public void Common_passwords_in_disguise_are_known(string password) => Assert.True(UncommonPasswords.IsCommon(password));

    [Theory]
    [InlineData("Correct-Horse-42")]
    [InlineData("Monsoon-Lamp-42")]
    [InlineData("नमस्ते-Lamp-42x")]
    [InlineData("tR7#kw-Zq9!mVp")]
    public void Others_are_not(string password) => Assert.False(UncommonPasswords.IsCommon(password));

    [Fact]
    [Trait("Row", "V-10")]
    public void Three_thousand_of_the_most_common_are_refused_however_they_meet_the_rules()
    {
        var disguised = Listed().Where(password => password.Any(char.IsLetter)).Take(3000).Select(Disguise).ToList();

        Assert.Equal(3000, disguised.Count);
        Assert.All(disguised, password => Assert.True(UncommonPasswords.IsCommon(password), password));
    }

    /// <summary>The list as it was published, in the order of how often its passwords are met.</summary>
    private static string[] Listed()
    {
        using var stream = typeof(UncommonPasswords).Assembly.GetManifestResourceStream("Identity.common-passwords.txt");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Twelve characters or more, of all four kinds.</summary>
    private static string Disguise(string password) => $"{char.ToUpperInvariant(password[0])}{password[1..]}@20262027";
}
