using System.Net;
using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Webhooks;

/// <summary>
/// Where webhooks may go: to https on port 443 of the open internet, and to what the operator has named
/// (<c>Webhooks:AllowedTargets</c>), wherever that is. What a name leads to is checked again at every connection.
/// </summary>
public sealed class WebhookTargets
{
    private readonly HashSet<(string Host, int Port)> _named;

    private WebhookTargets(IEnumerable<(string Host, int Port)> named) => _named = [.. named];

    public static WebhookTargets PublicOnly { get; } = new([]);

    /// <param name="text">Hosts, or hosts with a port, separated by commas; a host alone means its ports 80 and 443.</param>
    /// <returns>Null where one of them is neither.</returns>
    public static WebhookTargets? TryRead(string? text)
    {
        var named = new List<(string, int)>();
        foreach (var target in (text ?? string.Empty).Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate($"http://{target}", UriKind.Absolute, out var http)
                || !Uri.TryCreate($"https://{target}", UriKind.Absolute, out var https)
                || http.UserInfo.Length > 0
                || http.PathAndQuery != "/"
                || http.Fragment.Length > 0)
            {
                return null;
            }

            // Of the two schemes' own ports each is kept where the text names none.
            named.Add((HostOf(http), http.Port));
            named.Add((HostOf(https), https.Port));
        }

        return new WebhookTargets(named);
    }

    /// <summary>Whether the operator named it, so that its address is not looked at.</summary>
    public bool Names(string host, int port) => _named.Contains((host.ToLowerInvariant(), port));

    /// <summary>The address as it is sent to, or why it is not.</summary>
    public Result<Uri> Read(string text)
    {
        if (text.Length > WebhookEndpoint.UrlMaxLength
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.AbsoluteUri.Length > WebhookEndpoint.UrlMaxLength)
        {
            return WebhookErrors.UrlMalformed;
        }

        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return WebhookErrors.UrlWithCredentials;
        }

        var host = HostOf(url);
        if (Names(host, url.Port))
        {
            return url;
        }

        if (url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort)
        {
            return WebhookErrors.UrlNotHttps;
        }

        // Uri has turned 0x7f.1, 2130706433 and 0177.0.0.1 into plain addresses by now (security.md S-03).
        return IPAddress.TryParse(host, out var address) && !PublicAddressPolicy.Allows(address)
            ? WebhookErrors.UrlNotPublic
            : url;
    }

    private static string HostOf(Uri url) => url.IdnHost.Trim('[', ']').ToLowerInvariant();
}
