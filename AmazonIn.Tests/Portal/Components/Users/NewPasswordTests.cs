using AmazonIn.Portal.Features.Users;

namespace AmazonIn.Tests.Portal.Components.Users;

public sealed class NewPasswordTests
{
    [Fact]
    public void A_made_password_has_all_four_classes_and_nothing_that_is_easily_misread()
    {
        var made = Enumerable.Range(0, 500).Select(_ => NewPassword.Make()).ToList();

        Assert.All(made, password =>
        {
            Assert.Equal(20, password.Length);
            Assert.Contains(password, char.IsAsciiLetterUpper);
            Assert.Contains(password, char.IsAsciiLetterLower);
            Assert.Contains(password, char.IsAsciiDigit);
            Assert.Contains(password, letter => !char.IsAsciiLetterOrDigit(letter));
            Assert.DoesNotContain(password, letter => "0OIl1o".Contains(letter, StringComparison.Ordinal));
        });
        Assert.Equal(made.Count, made.Distinct().Count());
    }
}
