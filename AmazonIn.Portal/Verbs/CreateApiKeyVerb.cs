using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Makes a key for the REST API and prints it, alone on its line, this one time.</summary>
internal sealed class CreateApiKeyVerb : IVerb
{
    public string Name => "api-key create";

    public string Options => "--name N --scopes S,S [--days N]";

    public string Summary => $"Makes an API key and prints it once. Scopes: {string.Join(", ", ApiScope.All)}.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var name = arguments.Required("--name");
        var scopes = arguments.Required("--scopes")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .ToList();
        var days = arguments.Number("--days") is { } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : NewApiKey.LongestLife.Days;
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<CreateApiKey>()
            .RunAsync(Actor.CommandLine, name, scopes, TimeSpan.FromDays(days), cancellationToken);
        if (!created.Succeeded)
        {
            await console.Error.WriteLineAsync(created.Error.Message);
            return StartUp.Failed;
        }

        await console.Out.WriteLineAsync(created.Value.Key);
        return StartUp.Succeeded;
    }
}
