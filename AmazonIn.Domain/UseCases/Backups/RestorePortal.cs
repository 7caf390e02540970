using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Contacts;

namespace AmazonIn.Domain.UseCases.Backups;

/// <summary>
/// Restores a backup (security.md D-33): what has expired in it is destroyed before the restored data stands, and the
/// audit trail says what became of its newer records.
/// </summary>
public sealed class RestorePortal(
    IPortalBackups backups,
    DeleteExpiredContacts expired,
    IAuditArchive archive,
    IAuditAnchors anchors,
    IAuditTrail audit)
{
    /// <param name="passphrase">Opens the file; null where the master key does.</param>
    public async Task<Result<RestoreReport>> RunAsync(
        Actor actor, string path, string? passphrase, CancellationToken cancellationToken)
    {
        // The trail that a refusal would be recorded in is the one that is being replaced.
        if (actor.Require(Permission.OperatePortal).Error is { } forbidden)
        {
            return forbidden;
        }

        var deleted = 0;
        var restored = await backups.RestoreAsync(path, passphrase, StandAsync, cancellationToken);
        return restored.Succeeded ? new RestoreReport(restored.Value, deleted) : restored.Error;

        async Task StandAsync(RestoredBackup backup)
        {
            await audit.RecordAsync(await EntryAsync(actor, backup, cancellationToken), cancellationToken);
            deleted = await expired.RunBeforeServingAsync(cancellationToken);
        }
    }

    private async Task<AuditEntry> EntryAsync(Actor actor, RestoredBackup backup, CancellationToken cancellationToken)
    {
        var through = (await archive.FindHeadAsync(cancellationToken))?.Sequence ?? 0;
        var anchored = (await anchors.ReadAsync(cancellationToken)).Anchors
            .Select(anchor => anchor.Sequence).DefaultIfEmpty(0).Max();
        return new AuditRestore(through, Math.Max(through, anchored)).ToEntry(actor)
            .With("madeAt", backup.MadeAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
            .With("orders", backup.Orders.ToString(CultureInfo.InvariantCulture))
            .With("keys", backup.Keys.ToString());
    }
}
