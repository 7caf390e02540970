using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Portal.Security;

namespace AmazonIn.Portal.Composition;

/// <summary>The portal's own configuration (contracts.md), read once and checked before anything starts.</summary>
/// <param name="DataDirectory">Absolute path of databases and keys.</param>
/// <param name="Sandbox">The demo marketplace; null where none is started.</param>
/// <param name="Bootstrap">What an unattended start sets up; null where a person does it.</param>
/// <param name="Proxies">Proxies whose word on the sender is taken, beside those on this machine.</param>
/// <param name="Hosts">Names that the portal is called by; <c>*</c> for any.</param>
/// <param name="TelemetryEndpoint">Where traces and metrics go; null where they go nowhere.</param>
internal sealed record PortalSettings(
    string DataDirectory,
    SandboxOptions? Sandbox,
    SyncSettings Sync,
    PrivacySettings Privacy,
    SecuritySettings Security,
    AuditSettings Audit,
    WebhookTargets Webhooks,
    BootstrapSettings? Bootstrap,
    IReadOnlyList<IPNetwork> Proxies,
    IReadOnlyList<string> Hosts,
    Uri? TelemetryEndpoint)
{
    public const string DataDirectoryKey = "Data:Directory";
    public const string SecondFactorKey = "Security:RequireSecondFactor";

    private const string UrlsKey = "urls";
    private const string KeepMonthsKey = "Audit:KeepMonths";
    private const string WebhookTargetsKey = "Webhooks:AllowedTargets";
    private const int MostAuditMonths = 1200;
    private const int MostOrderDays = 730;
    private const int MostRecords = 2_000_000;

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(7);

    /// <exception cref="ConfigurationProblemException">A value is wrong or missing.</exception>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var reader = new ConfigurationReader(configuration);
        var security = new SecuritySettings(reader.Flag(SecondFactorKey, environment.IsProduction()));
        CheckListeningAddresses(reader, environment.IsProduction() && reader.Text(TrustedProxies.Key) is null);
        var sandbox = ReadSandbox(reader);
        if (!reader.Flag("Sandbox:Enabled", environment.IsDevelopment()))
        {
            sandbox = null;
        }

        if (environment.IsProduction())
        {
            SampleSecrets.Refuse(configuration, demoMarketplace: sandbox is not null);
        }

        return new PortalSettings(
            Path.GetFullPath(reader.Text(DataDirectoryKey) ?? "data", environment.ContentRootPath),
            sandbox,
            SyncSettings.Default with
            {
                Interval = reader.Duration("Sync:Interval", SyncSettings.Default.Interval, ShortestInterval, LongestInterval),
                InitialOrderDays = reader.Number(
                    "Sync:InitialOrderDays", SyncSettings.Default.InitialOrderDays, 1, MostOrderDays),
            },
            new PrivacySettings(reader.Number(
                "Privacy:RetentionDays", PrivacySettings.Default.RetentionDays, 1, PrivacySettings.MaxRetentionDays)),
            security,
            ReadAudit(reader),
            ReadWebhooks(reader),
            BootstrapSettings.Read(reader, environment, security),
            TrustedProxies.Read(reader.Text(TrustedProxies.Key)),
            AllowedHosts.Read(reader.Text(AllowedHosts.Key), required: environment.IsProduction()),
            reader.Address("Otlp:Endpoint"));
    }

    private static AuditSettings ReadAudit(ConfigurationReader reader)
    {
        var months = reader.Number(KeepMonthsKey, AuditSettings.Default.KeepMonths, 0, MostAuditMonths);
        return months is 0 or >= AuditSettings.FewestMonths
            ? new AuditSettings(months)
            : throw new ConfigurationProblemException(
                KeepMonthsKey, $"must be {AuditSettings.FewestMonths} or more, or 0 to keep everything, but is “{months}”.");
    }

    private static WebhookTargets ReadWebhooks(ConfigurationReader reader) =>
        WebhookTargets.TryRead(reader.Text(WebhookTargetsKey)) ?? throw new ConfigurationProblemException(
            WebhookTargetsKey, "must be hosts, each with or without a port, separated by commas: 10.0.0.5:8080, erp.local.");

    /// <summary>What the demo marketplace serves, and where.</summary>
    public static SandboxOptions ReadSandbox(ConfigurationReader reader)
    {
        var defaults = new SandboxOptions();
        return defaults with
        {
            Url = reader.Text("Sandbox:Url") ?? defaults.Url,
            Listings = reader.Number("Sandbox:Listings", defaults.Listings, 0, MostRecords),
            Orders = reader.Number("Sandbox:Orders", defaults.Orders, 0, MostRecords),
            Seed = reader.Number("Sandbox:Seed", defaults.Seed, int.MinValue, int.MaxValue),
            Quotas = reader.Flag("Sandbox:Quotas", defaults.Quotas),
            OrdersFile = reader.Text("Sandbox:OrdersFile"),
        };
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Without a proxy, what is not encrypted must not leave the machine (security.md D-19).
    private static void CheckListeningAddresses(ConfigurationReader reader, bool encrypted)
    {
        foreach (var address in (reader.Text(UrlsKey) ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (BindingAddress.Parse(address) is { Port: >= 0 and <= IPEndPoint.MaxPort } parsed)
                {
                    if (!encrypted || parsed.Scheme == Uri.UriSchemeHttps || parsed.IsUnixPipe || IsLoopback(parsed.Host))
                    {
                        continue;
                    }

                    throw new ConfigurationProblemException(
                        UrlsKey,
                        $"must be https in Production, or http on this machine only with the proxy in front of it; “{address}” is "
                        + $"neither. Set {TrustedProxies.Key} where the proxy is another machine.");
                }
            }
            catch (FormatException)
            {
                // Said below, in our words.
            }

            throw new ConfigurationProblemException(
                UrlsKey, $"must be addresses such as http://localhost:5080, separated by semicolons; “{address}” is none.");
        }
    }
}
