using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Backups;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Puts a backup in the place of the data, and deletes what has expired in it before anything serves.</summary>
internal sealed class RestoreVerb : IVerb
{
    public string Name => "restore";

    public string Options => "PATH [--passphrase-stdin]";

    public string Summary =>
        "Restores the backup at PATH while no portal runs, and deletes what has expired in it. Keys are taken from "
        + "PATH.keys only where there are none.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(arguments.Required("PATH"));
        var passphrase = await console.ReadPassphraseAsync(arguments, cancellationToken);
        using var host = ToolHost.Build(console.Configure);
        await using var scope = host.Services.CreateAsyncScope();
        var restored = await scope.ServiceProvider.GetRequiredService<RestorePortal>()
            .RunAsync(Actor.CommandLine, path, passphrase, cancellationToken);
        return await console.ReportAsync(restored, Describe);
    }

    private static string Describe(RestoreReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Restored: {report.Backup.Orders} orders, as of {report.Backup.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.
        Keys:     {Describe(report.Backup)}
        Deleted:  the personal data of {report.Deleted} orders, because its time is up.
        """);

    private static string Describe(RestoredBackup backup) => backup.Keys switch
    {
        RestoredKeys.Present => "those that were here stay; what was destroyed since the backup stays destroyed.",
        RestoredKeys.FromBackup => string.Create(CultureInfo.InvariantCulture, $"{backup.DataKeys} order keys from the backup, because there were none here."),
        RestoredKeys.None => "none. The contacts in this backup cannot be read; orders of the last days get theirs with the next sync.",
    };
}
