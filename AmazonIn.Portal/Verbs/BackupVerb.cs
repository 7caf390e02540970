using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Backups;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Backs the portal up while it runs.</summary>
internal sealed class BackupVerb : IVerb
{
    public string Name => "backup";

    public string Options => "PATH [--passphrase-stdin]";

    public string Summary =>
        "Writes an encrypted backup of the data to PATH and of the keys to PATH.keys, and reads both back. They open with "
        + "the master key, or with a passphrase from standard input.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(arguments.Required("PATH"));
        var passphrase = await console.ReadPassphraseAsync(arguments, cancellationToken);
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<BackUpPortal>()
            .RunAsync(Actor.CommandLine, path, passphrase, cancellationToken);
        return await console.ReportAsync(written, files => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {files.Data}   {files.Orders} orders, {files.DataBytes} bytes, checked.
            {files.Keys}   {files.DataKeys} order keys, checked. Keep it apart, and delete it within {BackupFiles.KeysLife.Days} days.
            """));
    }
}
