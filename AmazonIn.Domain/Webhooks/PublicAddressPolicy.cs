using System.Net;
using System.Net.Sockets;

namespace AmazonIn.Domain.Webhooks;

/// <summary>
/// Which addresses a user-supplied URL may lead to (security.md S-02): those on the open internet. Of IPv6 that is the
/// global unicast range alone, so loopback, link-local, unique local, NAT64 and whatever is not given out yet need no
/// line of their own.
/// </summary>
public static class PublicAddressPolicy
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",

            // Teredo and its neighbours, documentation, and 6to4, which hides an IPv4 address inside.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    public static bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain))
            && !NotPublic.Any(network => network.Contains(plain));
    }
}
