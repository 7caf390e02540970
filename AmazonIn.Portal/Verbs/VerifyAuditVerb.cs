using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Verifies the audit trail for a schedule of the operator's own.</summary>
internal sealed class VerifyAuditVerb : IVerb
{
    public string Name => "audit verify";

    public string Options => string.Empty;

    public string Summary => "Verifies the audit trail: its chain, and its anchors in the data directory.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var verified = await scope.ServiceProvider.GetRequiredService<VerifyAuditTrail>()
            .RunAsync(Actor.CommandLine, progress: null, cancellationToken);
        if (!verified.Succeeded)
        {
            await console.Error.WriteLineAsync(verified.Error.Message);
            return StartUp.Failed;
        }

        await (verified.Value.IsWhole ? console.Out : console.Error).WriteLineAsync(verified.Value.Summary);
        return verified.Value.IsWhole ? StartUp.Succeeded : StartUp.Failed;
    }
}
