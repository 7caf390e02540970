using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http;

namespace AmazonIn.Tests.Portal.Accounts;

public sealed class CircuitOriginTests
{
    [Theory]
    [InlineData("localhost:5080", "http://localhost:5080", true)]
    [InlineData("portal.example", "https://portal.example", true)]
    [InlineData("portal.example", "https://portal.example:443", true)]
    [InlineData("[::1]:5080", "http://[::1]:5080", true)]
    [InlineData("localhost:5080", "http://localhost:5081", false)]
    [InlineData("localhost:5080", "http://localhost", false)]
    [InlineData("portal.example", "https://portal.example.evil.example", false)]
    [InlineData("portal.example", "https://evil.example", false)]
    [InlineData("portal.example", "null", false)]
    public void Only_pages_of_this_host_and_port_are_our_own(string host, string origin, bool own)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString(host);
        context.Request.Headers.Origin = origin;

        Assert.Equal(own, CircuitOrigin.IsOwn(context.Request));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("cross-site", false)]
    [InlineData("none", false)]
    [InlineData("same-origin", true)]
    public void A_request_without_an_origin_must_say_that_it_comes_from_here(string? site, bool own)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost:5080");
        context.Request.Headers["Sec-Fetch-Site"] = site;

        Assert.Equal(own, CircuitOrigin.IsOwn(context.Request));
    }
}
