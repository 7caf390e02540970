using System.Net;

namespace AmazonIn.Tests.TestKit;

/// <summary>A browser without its screen: keeps cookies, follows no redirect.</summary>
internal sealed class PortalBrowser : HttpClient
{
    private PortalBrowser(CookieContainer cookies, Uri address)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
    {
        Cookies = cookies;
        BaseAddress = address;
    }

    public PortalBrowser(Uri address)
        : this(new CookieContainer(), address)
    {
    }

    public CookieContainer Cookies { get; }
}
