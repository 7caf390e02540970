using AmazonIn.Portal.Security;

namespace AmazonIn.Tests.Portal.Accounts;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/items")]
    [InlineData("/sales-orders?status=Confirmed&x=%2Fa")]
    public void A_path_on_this_portal_is_followed(string url) => Assert.Equal(url, LocalUrl.OrStart(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("items")]
    [InlineData("/account/logout")]
    public void Everything_else_leads_to_the_start_page(string? url) => Assert.Equal("/", LocalUrl.OrStart(url));
}
