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
        if (arguments.Text("--quotas") is not (null or "on" or "off"))
        {
            throw new WrongUsageException("--quotas must be on or off.");
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Sandbox:Url", arguments.Text("--urls")),
            new("Sandbox:Listings", arguments.Number("--listings")),
            new("Sandbox:Orders", arguments.Number("--orders")),
            new("Sandbox:Seed", arguments.Number("--seed")),
            new("Sandbox:Quotas", arguments.Text("--quotas")),
            new("Sandbox:OrdersFile", arguments.Text("--orders-file")),
        ]).Build();
        await using var marketplace = await DemoMarketplaceHost.StartAloneAsync(configuration, TimeProvider.System);
        await console.Out.WriteLineAsync($"Demo marketplace   {marketplace.Address.GetLeftPart(UriPartial.Authority)}");
        await console.Out.WriteLineAsync($"Client             {DemoIdentity.ClientId}, secret {DemoIdentity.ClientSecret}");
        await console.Out.WriteLineAsync($"Seller             {DemoIdentity.SellerId}, token {DemoIdentity.RefreshToken}");
        await marketplace.WaitForShutdownAsync(cancellationToken);
        return StartUp.Succeeded;
    }
}
