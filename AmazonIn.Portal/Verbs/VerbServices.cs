using AmazonIn.Infrastructure;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>The portal without its web server, for verbs that work on its database.</summary>
internal static class VerbServices
{
    /// <summary>Reads the same configuration as the portal and brings the database up to date.</summary>
    public static async Task<IHost> StartAsync(VerbConsole console, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        });
        console.Configure?.Invoke(builder.Configuration);
        // A verb's output is for scripts; what goes wrong ends as its one line on standard error.
        builder.Logging.ClearProviders();
        builder.AddAmazonInInfrastructure();
        builder.Services.AddUseCases(PortalSettings.Read(builder.Configuration, builder.Environment));
        var host = builder.Build();
        await host.Services.PrepareDatabaseAsync(cancellationToken);
        return host;
    }
}
