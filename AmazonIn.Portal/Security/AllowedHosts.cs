using AmazonIn.Portal.Composition;
using Microsoft.AspNetCore.HostFiltering;

namespace AmazonIn.Portal.Security;

/// <summary>
/// The names by which the portal may be called (security.md B-26): a request for any other is answered 400. This machine's
/// own names are always among them, for the probes on it.
/// </summary>
internal static class AllowedHosts
{
    public const string Key = "AllowedHosts";

    private const string Any = "*";

    private static readonly string[] _thisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static IServiceCollection AddAllowedHosts(this IServiceCollection services, IReadOnlyList<string> hosts) =>
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. hosts]);

    /// <param name="names">Names such as portal.example.com or *.example.com, separated by semicolons.</param>
    /// <param name="required">Whether no other name than this machine's is answered where none is given.</param>
    /// <exception cref="ConfigurationProblemException">One of them is no name.</exception>
    public static IReadOnlyList<string> Read(string? names, bool required)
    {
        var hosts = (names ?? (required ? string.Empty : Any))
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.FirstOrDefault(host => !IsName(host)) is { } wrong
            ? throw new ConfigurationProblemException(
                Key,
                "must be names such as portal.example.com, separated by semicolons, without scheme and port; "
                + $"“{wrong}” is none.")
            : [.. hosts, .. _thisMachine];
    }

    private static bool IsName(string host) =>
        host == Any || Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Unknown;
}
