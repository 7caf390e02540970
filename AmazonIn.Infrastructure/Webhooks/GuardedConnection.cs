using System.Net.Sockets;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Infrastructure.Webhooks;

/// <summary>
/// Connects to a webhook's target. The name is resolved once, every address of it is checked, and the connection goes
/// to an address that was checked: a name that answers differently the second time gains nothing (security.md S-02).
/// </summary>
internal sealed class GuardedConnection(WebhookTargets targets, IHostAddresses names)
{
    /// <exception cref="TargetNotAllowedException">One of the addresses is not on the open internet.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await names.ResolveAsync(target.Host, cancellationToken);
        if (!targets.Names(target.Host, target.Port) && !addresses.All(PublicAddressPolicy.Allows))
        {
            throw new TargetNotAllowedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
