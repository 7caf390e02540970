using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.SpApi;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>The client as the portal composes it, before a scripted Amazon and a fake clock.</summary>
internal sealed class SpApiRig : IDisposable
{
    public const string ClientSecret = "amzn1.oa2-cs.v1.canary-client-secret";

    private readonly ServiceProvider _services;

    /// <param name="configuration">Replaces or adds settings.</param>
    /// <param name="time">A clock to share with others.</param>
    /// <param name="overTheWire">Whether calls leave through a socket; then <see cref="Amazon"/> sees none.</param>
    public SpApiRig(
        IReadOnlyDictionary<string, string?>? configuration = null,
        FakeTimeProvider? time = null,
        bool overTheWire = false)
    {
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
        Amazon = new ScriptedAmazon(Time);
        Pauses = new AdvancingPauses(Time);
        var settings = new Dictionary<string, string?>
        {
            ["Amazon:ClientId"] = "amzn1.application-oa2-client.test",
            ["Amazon:ClientSecret"] = ClientSecret,
        };
        foreach (var (key, value) in configuration ?? new Dictionary<string, string?>())
        {
            settings[key] = value;
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<Pauses>(Pauses);
        services.AddSingleton(new Backoff(new Random(1)));
        services.AddSingleton<IQuotaStore>(Quotas);
        services.AddScoped<IChannelStore>(_ => Channels);
        services.AddSpApi(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        if (!overTheWire)
        {
            services.ConfigureAll<HttpClientFactoryOptions>(options =>
                options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Amazon));
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public static ChannelConnection Channel { get; } = new(7, "A1SELLER", Marketplace.India);

    public FakeTimeProvider Time { get; }

    public ScriptedAmazon Amazon { get; }

    public AdvancingPauses Pauses { get; }

    public MemoryQuotaStore Quotas { get; } = new();

    public OneChannelStore Channels { get; } = new();

    public RecordingWaits Waits { get; } = new();

    public IMarketplaceOrders Orders => Get<IMarketplaceOrders>();

    public IMarketplaceListings Listings => Get<IMarketplaceListings>();

    public IMarketplaceStock Stock => Get<IMarketplaceStock>();

    public IMarketplaceAuthorization Authorization => Get<IMarketplaceAuthorization>();

    public FakeLogCollector Logs => _services.GetFakeLogCollector();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
