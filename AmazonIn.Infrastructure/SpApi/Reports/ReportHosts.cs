using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>
/// Where report documents may come from. The address is a part of an answer, so it is checked as input from outside:
/// it must not lead the portal to a machine of its own network.
/// </summary>
internal sealed class ReportHosts(IOptionsMonitor<SpApiOptions> options)
{
    private static readonly string[] _amazons = ["amazonaws.com", "cloudfront.net"];

    /// <exception cref="ReportFailedException">The address leads elsewhere.</exception>
    public Uri Require(string? url)
    {
        var current = options.CurrentValue;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw new ReportFailedException("The report document has no address.");
        }

        var endpoint = current.Endpoint;
        if (endpoint is not null
            && address.Scheme == endpoint.Scheme
            && address.Authority.Equals(endpoint.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        IEnumerable<string> hosts = current.ReportHosts.Count > 0 ? current.ReportHosts : _amazons;
        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && address.HostNameType == UriHostNameType.Dns
            && hosts.Any(host => IsUnder(address.IdnHost, host.TrimStart('.')))
                ? address
                : throw new ReportFailedException(
                    "The report document lies on a host that is not among Amazon:ReportHosts.");
    }

    private static bool IsUnder(string host, string suffix) =>
        host.Equals(suffix, StringComparison.OrdinalIgnoreCase)
        || (host.Length > suffix.Length
            && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            && host[^(suffix.Length + 1)] == '.');
}
