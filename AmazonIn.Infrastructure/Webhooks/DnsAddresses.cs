using System.Net;

namespace AmazonIn.Infrastructure.Webhooks;

internal sealed class DnsAddresses : IHostAddresses
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Dns.GetHostAddressesAsync(host, cancellationToken);
}
