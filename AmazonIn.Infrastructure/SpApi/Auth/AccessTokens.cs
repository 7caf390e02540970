using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.SpApi.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Infrastructure.SpApi.Auth;

/// <summary>
/// One access token a channel, renewed at 80 % of its life. However many callers ask at once, Amazon is asked once; a
/// refusal is shared by those who waited for it and not remembered.
/// </summary>
internal sealed class AccessTokens(LwaClient lwa, IServiceScopeFactory scopes, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Task<AccessToken>> _tokens = [];

    public Task<AccessToken> GetAsync(long channelId, CancellationToken cancellationToken)
    {
        Task<AccessToken> token;
        lock (_gate)
        {
            if (!_tokens.TryGetValue(channelId, out token!) || !IsUsable(token))
            {
                // Not the caller's token: others wait for the same exchange when this caller gives up.
                token = Task.Run(() => ExchangeAsync(channelId), CancellationToken.None);
                _tokens[channelId] = token;
            }
        }

        return token.WaitAsync(cancellationToken);
    }

    /// <summary>Amazon refused the token. A newer one that another caller fetched meanwhile is kept.</summary>
    public void Invalidate(long channelId, AccessToken refused)
    {
        lock (_gate)
        {
            if (_tokens.TryGetValue(channelId, out var token)
                && token.IsCompletedSuccessfully
                && ReferenceEquals(token.Result, refused))
            {
                _tokens.Remove(channelId);
            }
        }
    }

    /// <summary>The channel is gone, and so is our right to act for it.</summary>
    public void Forget(long channelId)
    {
        lock (_gate)
        {
            _tokens.Remove(channelId);
        }
    }

    /// <summary>A new authorisation was verified: tokens of the old one lack what was granted since.</summary>
    public void ForgetAll()
    {
        lock (_gate)
        {
            _tokens.Clear();
        }
    }

    private bool IsUsable(Task<AccessToken> token) =>
        !token.IsCompleted || (token.IsCompletedSuccessfully && token.Result.IsUsable(time));

    private async Task<AccessToken> ExchangeAsync(long channelId)
    {
        string? refreshToken;
        await using (var scope = scopes.CreateAsyncScope())
        {
            refreshToken = await scope.ServiceProvider.GetRequiredService<IChannelStore>()
                .FindRefreshTokenAsync(channelId, CancellationToken.None);
        }

        return refreshToken is null
            ? throw new MarketplaceUnauthorizedException(
                SpApiErrors.Reauthorize,
                "No authorisation is stored for this seller account. Authorise the account in the channel's settings.",
                null)
            : await lwa.ExchangeAsync(refreshToken, CancellationToken.None);
    }
}
