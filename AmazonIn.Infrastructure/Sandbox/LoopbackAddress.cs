using System.Net;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>
/// Where the demo marketplace may listen. It has control endpoints without authentication, so nothing but this
/// machine may reach it.
/// </summary>
internal sealed record LoopbackAddress(IPAddress Address, int Port)
{
    /// <exception cref="ArgumentException">Not http, not a loopback host, or more than an address.</exception>
    public static LoopbackAddress Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
        {
            throw new ArgumentException(
                $"Sandbox:Url must be an http address such as http://127.0.0.1:5099, not '{url}'.");
        }

        if (!IsLoopbackHost(uri.Host))
        {
            throw new ArgumentException(
                $"Sandbox:Url must name a loopback host (127.0.0.1, [::1] or localhost), not '{uri.Host}': " +
                "the demo marketplace has no authentication on its control endpoints.");
        }

        if (uri.PathAndQuery is not "/")
        {
            throw new ArgumentException($"Sandbox:Url must not have a path, as '{url}' has.");
        }

        var address = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback;
        return new LoopbackAddress(address, uri.Port);
    }

    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
