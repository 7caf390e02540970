using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Domain.UseCases.SetUp;
using AmazonIn.Infrastructure;
using Microsoft.Extensions.Options;

namespace AmazonIn.Portal.Composition;

/// <summary>What happens before the first request: options checked, database migrated, expired contacts swept,
/// unattended set-up done.</summary>
internal static class Preparation
{
    /// <summary>
    /// Starts the demo marketplace where it is enabled, and lets the marketplace client talk to it unless the operator
    /// configured another.
    /// </summary>
    public static async Task AddDemoMarketplaceAsync(this WebApplicationBuilder builder, PortalSettings settings)
    {
        if (settings.Sandbox is null)
        {
            return;
        }

        var marketplace = await DemoMarketplaceHost.StartAsync(settings.Sandbox, TimeProvider.System);
        var defaults = marketplace.DefaultsFor(builder.Configuration).ToList();
        builder.Configuration.AddInMemoryCollection(defaults);
        builder.Services.AddSingleton(_ => marketplace);
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DemoMarketplaceHost>());
        if (defaults.Count > 0)
        {
            builder.Services.AddSingleton(new DemoAccount(DemoIdentity.SellerId, DemoIdentity.RefreshToken));
        }
    }

    public static async Task PrepareAsync(this WebApplication app, PortalSettings settings, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.PrepareDatabaseAsync(cancellationToken);
        await app.Services.GetRequiredService<DeleteExpiredContacts>().RunBeforeServingAsync(cancellationToken);
        if (settings.Bootstrap is not { } bootstrap)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<BootstrapPortal>()
            .RunAsync(bootstrap.Request, cancellationToken);
        if (done.Error is { } refused)
        {
            throw new ConfigurationProblemException(BootstrapSettings.KeyOf(refused), $"is refused: {refused.Message}");
        }
    }
}
