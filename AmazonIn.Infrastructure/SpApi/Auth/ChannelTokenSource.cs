using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Auth;

/// <summary>The access token of a connected channel.</summary>
internal sealed class ChannelTokenSource(AccessTokens tokens, long channelId) : ITokenSource
{
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        tokens.GetAsync(channelId, cancellationToken);

    public bool Reject(AccessToken token)
    {
        tokens.Invalidate(channelId, token);
        return true;
    }
}
