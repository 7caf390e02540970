using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Keys;

/// <summary>
/// Puts a new master key in the place of the present one while portals go on working (security.md C-04). Cut off at any
/// point it is gone on with by calling it again.
/// </summary>
public sealed class RotateMasterKey(IMasterKeyRotation rotation, IAuditTrail audit)
{
    /// <summary>Orders' keys encrypted anew in one transaction.</summary>
    public const int BatchSize = 500;

    public async Task<Result<RotatedMasterKey>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.OperatePortal, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var entry = new AuditEntry(actor, AuditAction.RotateKeys, AuditOutcome.Granted, "master-key", "The master key");
        return await audit.ActAsync(
            entry, () => RotateAsync(cancellationToken), done => Describe(entry, done), cancellationToken);
    }

    private async Task<Result<RotatedMasterKey>> RotateAsync(CancellationToken cancellationToken)
    {
        if (await rotation.BeginAsync(cancellationToken) is not { } begun)
        {
            return KeyErrors.NewKeyMissing;
        }

        var dataKeys = 0;
        while (await rotation.RewrapDataKeysAsync(BatchSize, cancellationToken) is > 0 and var count)
        {
            dataKeys += count;
        }

        var portalKeys = await rotation.RewrapPortalKeysAsync(cancellationToken);
        await rotation.FinishAsync(cancellationToken);
        return new RotatedMasterKey(begun.NewKeyId, begun.Resumed, dataKeys, portalKeys);
    }

    private static AuditEntry Describe(AuditEntry entry, RotatedMasterKey done) => entry
        .With("key", done.KeyId)
        .With("resumed", done.Resumed ? "yes" : "no")
        .With("dataKeys", done.DataKeys.ToString(CultureInfo.InvariantCulture))
        .With("portalKeys", done.PortalKeys.ToString(CultureInfo.InvariantCulture));
}
