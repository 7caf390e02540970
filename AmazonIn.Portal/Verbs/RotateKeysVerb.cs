using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Keys;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Replaces the master key while the portal runs, or takes the replaced one away.</summary>
internal sealed class RotateKeysVerb : IVerb
{
    public string Name => "rotate-keys";

    public string Options => "[--forget-old]";

    public string Summary =>
        "Makes a new master key and encrypts all keys under it, while portals go on; again after a break. "
        + "--forget-old takes away old master keys that nothing needs any more, instead.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        if (arguments.Has("--forget-old"))
        {
            var forgotten = await scope.ServiceProvider.GetRequiredService<ForgetOldMasterKeys>()
                .RunAsync(Actor.CommandLine, cancellationToken);
            return await console.ReportAsync(forgotten, done => done.Ids.Count == 0
                ? "There is no old master key."
                : $"Taken away: master key {string.Join(", ", done.Ids)}.");
        }

        var rotated = await scope.ServiceProvider.GetRequiredService<RotateMasterKey>()
            .RunAsync(Actor.CommandLine, cancellationToken);
        return await console.ReportAsync(rotated, done => string.Create(
            CultureInfo.InvariantCulture,
            $"Master key {done.KeyId} is active; {done.DataKeys} order keys and {done.PortalKeys} portal keys were encrypted anew. The old key stays for backups made under it, until rotate-keys --forget-old."));
    }
}
