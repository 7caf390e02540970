using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Portal.Composition;

/// <summary>The demo marketplace beside the portal: started before it, since its address is needed to configure the client.</summary>
internal sealed class DemoMarketplaceHost : IHostedService, IAsyncDisposable
{
    private static readonly string[] AmazonKeys =
        ["Amazon:ClientId", "Amazon:ClientSecret", "Amazon:TokenUrl", "Amazon:Endpoint"];

    private readonly WebApplication application;

    private DemoMarketplaceHost(WebApplication application) => this.application = application;

    public Uri Address => new(application.Urls.First());

    /// <summary>Starts it at the configured address, or at a free port where that one is taken.</summary>
    /// <exception cref="ConfigurationProblemException">An option is wrong.</exception>
    public static async Task<DemoMarketplaceHost> StartAsync(SandboxOptions options, TimeProvider time)
    {
        try
        {
            return await StartAtAsync(options, time);
        }
        catch (IOException) when (new Uri(options.Url).Port != 0)
        {
            return await StartAtAsync(options with { Url = new UriBuilder(options.Url) { Port = 0 }.Uri.ToString() }, time);
        }
    }

    /// <summary>Starts it alone, exactly where <c>Sandbox:*</c> says.</summary>
    /// <exception cref="ConfigurationProblemException">An option is wrong.</exception>
    public static Task<DemoMarketplaceHost> StartAloneAsync(IConfiguration configuration, TimeProvider time) =>
        StartAtAsync(PortalSettings.ReadSandbox(new ConfigurationReader(configuration)), time);

    /// <summary>
    /// What makes the marketplace client talk to this demo. Nothing, where the operator configured any of it: then the
    /// client is theirs.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string?>> DefaultsFor(IConfiguration configuration) =>
        AmazonKeys.Any(key => !string.IsNullOrWhiteSpace(configuration[key]))
            ? []
            :
            [
                new("Amazon:ClientId", DemoIdentity.ClientId),
                new("Amazon:ClientSecret", DemoIdentity.ClientSecret),
                new("Amazon:ApplicationId", DemoIdentity.ApplicationId),
                new("Amazon:TokenUrl", new Uri(Address, "/auth/o2/token").ToString()),
                new("Amazon:Endpoint", Address.ToString()),
            ];

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => application.StopAsync(cancellationToken);

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => application.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task<DemoMarketplaceHost> StartAtAsync(SandboxOptions options, TimeProvider time)
    {
        try
        {
            var application = SandboxApplication.Build(options, time);
            await application.StartAsync();
            return new DemoMarketplaceHost(application);
        }
        catch (ArgumentException exception)
        {
            throw new ConfigurationProblemException(exception);
        }
    }
}
