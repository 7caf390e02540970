using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Auth;

/// <summary>An access token that was just exchanged, for a check before anything is stored.</summary>
internal sealed class GivenTokenSource(AccessToken token) : ITokenSource
{
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) => Task.FromResult(token);

    public bool Reject(AccessToken refused) => false;
}
