using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Ends a key for good; the next call with it is refused.</summary>
public sealed class RevokeApiKey(IApiKeyStore keys, IAuditTrail audit)
{
    public async Task<Result> RunAsync(Actor actor, long keyId, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageApiKeys, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var name = (await keys.ListAsync(cancellationToken)).FirstOrDefault(key => key.Id == keyId)?.Name;
        return await audit.ActAsync(
            new AuditEntry(
                actor,
                AuditAction.RevokeApiKey,
                AuditOutcome.Granted,
                AccountIds.OfApiKey(keyId),
                name is null ? "An unknown API key" : $"API key “{name}”"),
            () => keys.RevokeAsync(keyId, cancellationToken),
            cancellationToken);
    }
}
