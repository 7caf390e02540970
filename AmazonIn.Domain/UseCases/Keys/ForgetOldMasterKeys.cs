using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Keys;

/// <summary>
/// Takes master keys away that nothing stored needs any more. Backups made under them cannot be read afterwards, unless
/// the key is kept elsewhere.
/// </summary>
public sealed class ForgetOldMasterKeys(IMasterKeyRotation rotation, IAuditTrail audit)
{
    public async Task<Result<ForgottenMasterKeys>> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.OperatePortal, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var entry = new AuditEntry(actor, AuditAction.ForgetKeys, AuditOutcome.Granted, "master-key", "Old master keys");
        return await audit.ActAsync(
            entry,
            () => ForgetAsync(cancellationToken),
            forgotten => entry.With("keys", string.Join(' ', forgotten.Ids)),
            cancellationToken);
    }

    private async Task<Result<ForgottenMasterKeys>> ForgetAsync(CancellationToken cancellationToken) =>
        await rotation.ForgetUnusedAsync(cancellationToken) is { } forgotten
            ? new ForgottenMasterKeys(forgotten)
            : KeyErrors.OldKeyConfigured;
}
