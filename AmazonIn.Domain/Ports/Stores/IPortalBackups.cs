using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>Backups of the portal's own database files. A database server is backed up by its own means.</summary>
public interface IPortalBackups
{
    /// <summary>
    /// Writes two encrypted files while portals go on: the data at <paramref name="path"/> and the vault's keys beside it
    /// at <see cref="BackupFiles.KeysOf"/>. Both were read back and checked when this returns. An existing file is never
    /// overwritten; what was cut off leaves none.
    /// </summary>
    /// <param name="passphrase">Encrypts the files; null to encrypt them under the master key.</param>
    Task<Result<BackupFiles>> WriteAsync(string path, string? passphrase, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a backup in the place of the present data, unless a portal is running on it. The present keys stay where
    /// there are any: what was destroyed since the backup stays destroyed. The present files are kept until
    /// <paramref name="stand"/> has done its work on the restored ones, and come back when it fails.
    /// </summary>
    Task<Result<RestoredBackup>> RestoreAsync(
        string path, string? passphrase, Func<RestoredBackup, Task> stand, CancellationToken cancellationToken);
}
