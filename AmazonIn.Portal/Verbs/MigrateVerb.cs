using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Creates or updates the databases, for operators who do not let the portal do it at its start.</summary>
internal sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";

    public string Options => string.Empty;

    public string Summary => "Creates the databases, or brings them up to date.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await console.Out.WriteLineAsync("The databases are up to date.");
        return StartUp.Succeeded;
    }
}
