using System.Net;
using AmazonIn.Portal.Composition;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Whose word on the sender's address and scheme is taken (security.md B-25): a proxy on this machine, and those that
/// <c>Proxy:Addresses</c> names. The host is not taken from anybody; proxies keep the <c>Host</c> header.
/// </summary>
internal static class TrustedProxies
{
    public const string Key = "Proxy:Addresses";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IReadOnlyList<IPNetwork> addresses) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in addresses)
            {
                options.KnownIPNetworks.Add(network);
            }
        });

    /// <param name="addresses">Addresses or networks such as 10.1.0.0/16, separated by commas.</param>
    /// <exception cref="ConfigurationProblemException">One of them is neither.</exception>
    public static IReadOnlyList<IPNetwork> Read(string? addresses) => [.. (addresses ?? string.Empty)
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Parse)];

    private static IPNetwork Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new ConfigurationProblemException(
            Key, $"must be addresses or networks such as 10.0.0.5, 10.1.0.0/16, separated by commas; “{text}” is neither.");
}
