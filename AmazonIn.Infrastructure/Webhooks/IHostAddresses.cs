using System.Net;

namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>Finds the addresses of a name.</summary>
internal interface IHostAddresses
{
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}
