using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Security;

namespace AmazonIn.Portal.Composition;

/// <summary>What a person reads in the console after the start.</summary>
internal static class Announcement
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(1);

    public static async Task AnnounceAsync(this WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        var portal = Reachable(app.Urls.First());
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  AmazonIn           {portal}");
        if (app.Services.GetService<DemoMarketplaceHost>() is { } demo)
        {
            await output.WriteLineAsync($"  Demo marketplace   {demo.Address.GetLeftPart(UriPartial.Authority)}");
            await output.WriteLineAsync($"                     Seller ID {DemoIdentity.SellerId}, token {DemoIdentity.RefreshToken}");
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<IUserAccounts>().AnyAdministratorAsync(cancellationToken))
        {
            var token = await scope.ServiceProvider.GetRequiredService<ISetupTokens>().CreateAsync(LinkLifetime, cancellationToken);
            await output.WriteLineAsync($"  Set up             {portal}/setup?token={Uri.EscapeDataString(token)}");
            await output.WriteLineAsync("                     This link works once, for one day. Whoever opens it becomes the administrator.");
            if (!app.Environment.IsDevelopment())
            {
                await output.WriteLineAsync("                     Open it through the portal's https address.");
            }
        }

        if (!app.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(app.Configuration[AllowedHosts.Key]))
        {
            await output.WriteLineAsync($"  {AllowedHosts.Key}       not set: the portal is answered on this machine only, as localhost.");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("  Press Ctrl+C to stop.");
    }

    /// <summary>An address that a browser on this machine can open: "all interfaces" is none.</summary>
    private static string Reachable(string url)
    {
        var reachable = url.Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal);
        return reachable.TrimEnd('/');
    }
}
