using System.Security.Authentication;
using AmazonIn.Infrastructure;
using AmazonIn.Portal.Scheduling;
using AmazonIn.Portal.Security;

namespace AmazonIn.Portal.Composition;

/// <summary>Puts the portal together and starts it.</summary>
internal static class PortalHost
{
    /// <exception cref="ConfigurationProblemException">A configured value is wrong or missing.</exception>
    public static async Task<WebApplication> StartAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        builder.AddConsoleLines();
        // Whatever the operator sets: this logger writes whole addresses, and the set-up link's token is in one.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // A start that fails is told once, in the line that StartUp writes.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DispatcherLifetime.Patience + TimeSpan.FromSeconds(5));
        await builder.AddDemoMarketplaceAsync(settings);
        builder.AddAmazonInInfrastructure();
        builder.Services
            .AddUseCases(settings)
            .AddAccounts(secureCookies: !builder.Environment.IsDevelopment())
            .AddTrustedProxies(settings.Proxies)
            .AddAllowedHosts(settings.Hosts)
            .AddScreens()
            .AddRestApi()
            .AddSchedule()
            .AddTelemetry(settings.TelemetryEndpoint);

        var app = builder.Build();
        await app.PrepareAsync(settings, cancellationToken);
        app.UsePortal();
        app.MapPortal();
        app.UseSchedule();
        await app.StartAsync(cancellationToken);
        started = true;
        return app;
    }
}
