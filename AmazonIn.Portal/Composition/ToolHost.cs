using AmazonIn.Infrastructure;

namespace AmazonIn.Portal.Composition;

/// <summary>The portal without its web server, for verbs that work on its database.</summary>
internal static class ToolHost
{
    /// <summary>Reads the same configuration as the portal and brings the database up to date.</summary>
    /// <param name="configure">Adds to the configuration.</param>
    public static async Task<IHost> StartAsync(Action<IConfigurationBuilder>? configure, CancellationToken cancellationToken)
    {
        var host = Build(configure);
        await host.Services.PrepareDatabaseAsync(cancellationToken);
        return host;
    }

    /// <summary>The same before the database is touched.</summary>
    public static IHost Build(Action<IConfigurationBuilder>? configure)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        });
        configure?.Invoke(builder.Configuration);
        // A verb's output is for scripts; what goes wrong ends as its one line on standard error.
        builder.Logging.ClearProviders();
        builder.AddAmazonInInfrastructure();
        builder.Services.AddUseCases(PortalSettings.Read(builder.Configuration, builder.Environment));
        return builder.Build();
    }
}
