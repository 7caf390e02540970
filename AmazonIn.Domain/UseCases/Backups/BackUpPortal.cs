using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Backups;

/// <summary>Writes an encrypted backup while portals go on (security.md D-33).</summary>
public sealed class BackUpPortal(IPortalBackups backups, IAuditTrail audit)
{
    /// <param name="passphrase">Encrypts the files; null to encrypt them under the master key.</param>
    public async Task<Result<BackupFiles>> RunAsync(
        Actor actor, string path, string? passphrase, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.OperatePortal, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (passphrase is { Length: < BackupErrors.ShortestPassphrase })
        {
            return BackupErrors.PassphraseShort;
        }

        var entry = new AuditEntry(actor, AuditAction.Backup, AuditOutcome.Granted, "backup", "A backup of data and keys")
            .With("key", passphrase is null ? "master key" : "passphrase");
        return await audit.ActAsync(
            entry,
            () => backups.WriteAsync(path, passphrase, cancellationToken),
            files => entry
                .With("orders", files.Orders.ToString(CultureInfo.InvariantCulture))
                .With("dataKeys", files.DataKeys.ToString(CultureInfo.InvariantCulture)),
            cancellationToken);
    }
}
