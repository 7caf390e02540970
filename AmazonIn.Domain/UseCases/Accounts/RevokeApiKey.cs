using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Ends a key for good; the next call with it is refused.</summary>
public sealed class RevokeApiKey(IApiKeyStore keys)
{
    public async Task<Result> RunAsync(Actor actor, long keyId, CancellationToken cancellationToken) =>
        actor.Require(Permission.ManageApiKeys).Error is { } forbidden
            ? forbidden
            : await keys.RevokeAsync(keyId, cancellationToken);
}
