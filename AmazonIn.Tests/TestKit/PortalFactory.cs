using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Domain.UseCases.SetUp;
using AmazonIn.Portal.Composition;
using AmazonIn.Portal.Scheduling;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmazonIn.Tests.TestKit;

/// <summary>
/// A whole portal in this process: a real server on a free port, its own data directory, and its own demo marketplace
/// beside it, small and without quotas unless told otherwise.
/// </summary>
internal sealed class PortalFactory : IAsyncDisposable
{
    public const string AdministratorEmail = "admin@example.com";
    public const string Password = "Correct-Horse-42";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication app;
    private readonly DirectoryInfo data;
    private readonly bool ownsData;

    private PortalFactory(WebApplication app, DirectoryInfo data, bool ownsData)
    {
        this.app = app;
        this.data = data;
        this.ownsData = ownsData;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    /// <summary>The demo marketplace beside it.</summary>
    public Uri Marketplace => Services.GetRequiredService<DemoMarketplaceHost>().Address;

    public string DataDirectory => data.FullName;

    public IServiceProvider Services => app.Services;

    public WebApplication Application => app;

    /// <param name="configuration">Overrides of the usual small set-up, as in the environment.</param>
    /// <param name="services">Replaces services; for clocks and faults.</param>
    /// <param name="sharedData">Another portal's data directory, for two portals on one database.</param>
    public static async Task<PortalFactory> StartAsync(
        IReadOnlyDictionary<string, string?>? configuration = null,
        string environment = "Development",
        Action<IServiceCollection>? services = null,
        string? sharedData = null)
    {
        var data = sharedData is null
            ? Directory.CreateTempSubdirectory("amazonin-portal-")
            : new DirectoryInfo(sharedData);
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = "AmazonIn.Portal",
                ContentRootPath = ContentRoot(),
                EnvironmentName = environment,
            });
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = data.FullName,
                ["Sandbox:Enabled"] = "true",
                ["Sandbox:Url"] = "http://127.0.0.1:0",
                ["Sandbox:Listings"] = "24",
                ["Sandbox:Orders"] = "30",
                ["Sandbox:Quotas"] = "off",
                ["Privacy:AcceptFileKey"] = "true",
            });
            builder.Configuration.AddInMemoryCollection(configuration);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.WebHost.UseStaticWebAssets();
            builder.Logging.ClearProviders();
            // Every test comes from the same address.
            builder.Services.AddSingleton(new SignInLimit(AttemptsAMinute: 10_000));
            services?.Invoke(builder.Services);
            var portal = await PortalHost.StartAsync(builder, TestContext.Current.CancellationToken);
            return new PortalFactory(portal, data, sharedData is null);
        }
        catch
        {
            if (sharedData is null)
            {
                data.Delete(recursive: true);
            }

            throw;
        }
    }

    /// <summary>A browser without a session.</summary>
    public PortalBrowser Browser() => new(Address);

    /// <summary>Makes the first administrator and an organisation in Karnataka, as the set-up page does.</summary>
    public async Task SetUpAsync(string homeState = "29", bool taxRates = true)
    {
        await using var scope = Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<ISetupTokens>()
            .CreateAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        var done = await scope.ServiceProvider.GetRequiredService<CompleteSetUp>().RunAsync(
            token,
            new SetUpRequest(
                AdministratorEmail,
                "Asha Rao",
                Password,
                new OrganisationRequest("Malgudi Traders", "INR", homeState, taxRates, "Asia/Kolkata")),
            TestContext.Current.CancellationToken);
        Assert.True(done.Succeeded, done.Error?.Message);
    }

    /// <summary>A link as the portal prints it at its start.</summary>
    public async Task<string> SetUpLinkAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<ISetupTokens>()
            .CreateAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        return $"/setup?token={Uri.EscapeDataString(token)}";
    }

    /// <summary>Adds a person who may sign in with <see cref="Password"/>.</summary>
    public async Task<long> AddUserAsync(string email, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<CreateUser>().RunAsync(
            Actor.System,
            new NewUser(email, $"A {role.Name}", role.Name, Password),
            TestContext.Current.CancellationToken);
        Assert.True(added.Succeeded, added.Error?.Message);
        return added.Value.Id;
    }

    /// <summary>A browser that signed in through the login page.</summary>
    public async Task<PortalBrowser> LoginAsync(string email = AdministratorEmail, string password = Password)
    {
        var browser = Browser();
        var response = await browser.PostFormAsync(
            "/account/login", ("Input.Email", email), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return browser;
    }

    /// <summary>How long the keys of <see cref="ApiClientAsync(string[])"/> last.</summary>
    public static TimeSpan KeyLife { get; } = TimeSpan.FromDays(60);

    /// <summary>A program with a key of these scopes.</summary>
    public async Task<HttpClient> ApiClientAsync(params string[] scopes)
    {
        await using var scope = Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<CreateApiKey>().RunAsync(
            Actor.System, "test", scopes, KeyLife, TestContext.Current.CancellationToken);
        Assert.True(created.Succeeded, created.Error?.Message);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", created.Value.Key);
        return client;
    }

    /// <summary>A program whose key carries every scope.</summary>
    public Task<HttpClient> ApiClientAsync() => ApiClientAsync([.. ApiScope.All]);

    /// <summary>Connects the demo seller over the REST API. Returns the channel's id; its first runs are under way.</summary>
    public async Task<long> ConnectDemoAsync()
    {
        using var api = await ApiClientAsync("channels:write");
        using var response = await api.PostAsJsonAsync("/api/v1/channels", new
        {
            marketplaceId = AmazonIn.Domain.Channels.Marketplace.India.Id,
            sellerId = DemoIdentity.SellerId,
            token = DemoIdentity.RefreshToken,
        });
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, body);
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("id").GetInt64();
    }

    /// <summary>Waits until a run has ended, whatever became of it.</summary>
    public async Task<RunSummary> WaitForRunAsync(long runId)
    {
        var feed = Services.GetRequiredService<RunProgressFeed>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var changed = new SemaphoreSlim(0);
        void Hear(long id)
        {
            if (id == runId)
            {
                changed.Release();
            }
        }

        feed.RunChanged += Hear;
        try
        {
            while (true)
            {
                await using var scope = Services.CreateAsyncScope();
                var run = await scope.ServiceProvider.GetRequiredService<ISyncHistoryQueries>()
                    .FindRunAsync(runId, patience.Token);
                Assert.NotNull(run);
                if (!run.IsActive)
                {
                    return run;
                }

                await changed.WaitAsync(Tick, patience.Token);
            }
        }
        finally
        {
            feed.RunChanged -= Hear;
        }
    }

    /// <summary>Waits until every run of the module that is under way has ended; returns the latest one.</summary>
    public async Task<RunSummary> WaitForModuleAsync(long channelId, SyncModule module)
    {
        await using var scope = Services.CreateAsyncScope();
        var runs = await scope.ServiceProvider.GetRequiredService<ISyncHistoryQueries>().ListRunsAsync(
            new RunFilter(channelId, module), new PageRequest(1), TestContext.Current.CancellationToken);
        return await WaitForRunAsync(Assert.Single(runs.Items).Id);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsData)
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>The portal's project folder: its settings and static files.</summary>
    private static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AmazonIn.sln")))
            {
                return Path.Combine(folder.FullName, "AmazonIn.Portal");
            }
        }

        return AppContext.BaseDirectory;
    }
}
