using AmazonIn.Infrastructure.Sandbox;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Serves the demo marketplace alone, until it is stopped.</summary>
internal sealed class SandboxVerb : IVerb
{
    public string Name => "sandbox";

    public string Options => "[--urls URL] [--listings N] [--orders N] [--seed N] [--quotas on|off] [--orders-file PATH]";

    public string Summary => "Serves the demo marketplace alone.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var defaults = new SandboxOptions();
        var options = defaults with
        {
            Url = arguments.Text("--urls") ?? defaults.Url,
            Listings = arguments.Number("--listings") ?? defaults.Listings,
            Orders = arguments.Number("--orders") ?? defaults.Orders,
            Seed = arguments.Number("--seed") ?? defaults.Seed,
            Quotas = arguments.Text("--quotas") switch
            {
                null => defaults.Quotas,
                "on" => true,
                "off" => false,
                _ => throw new WrongUsageException("--quotas must be on or off."),
            },
            OrdersFile = arguments.Text("--orders-file"),
        };
        await using var marketplace = Build(options);
        await marketplace.StartAsync(cancellationToken);
        await console.Out.WriteLineAsync($"Demo marketplace   {marketplace.Urls.First()}");
        await console.Out.WriteLineAsync($"Client             {DemoIdentity.ClientId}, secret {DemoIdentity.ClientSecret}");
        await console.Out.WriteLineAsync($"Seller             {DemoIdentity.SellerId}, token {DemoIdentity.RefreshToken}");
        await marketplace.WaitForShutdownAsync(cancellationToken);
        return StartUp.Succeeded;
    }

    private static WebApplication Build(SandboxOptions options)
    {
        try
        {
            return SandboxApplication.Build(options, TimeProvider.System);
        }
        catch (ArgumentException exception)
        {
            throw new ConfigurationProblemException(exception);
        }
    }
}
