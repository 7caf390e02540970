using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Backups;

/// <summary>Why a backup is neither made nor restored.</summary>
public static class BackupErrors
{
    /// <summary>In characters.</summary>
    public const int ShortestPassphrase = 16;

    public static Error PassphraseShort { get; } = new(
        "backup.passphrase", $"A passphrase for backups must have at least {ShortestPassphrase} characters.");

    public static Error OfServer { get; } = new(
        "backup.server",
        "The data is on SQL Server, whose own BACKUP and RESTORE do this; docs/operations.md says what to take care of.",
        ErrorKind.Conflict);

    public static Error PortalRuns { get; } = new(
        "backup.portal-runs",
        "A portal or another verb is running on this data directory. Stop it before you restore.",
        ErrorKind.Conflict);

    public static Error Exists(string path) => new(
        "backup.exists", $"{path} is there already and is not overwritten. Choose another name.", ErrorKind.Conflict);

    public static Error Unusable(string words) => new("backup.unusable", words);
}
