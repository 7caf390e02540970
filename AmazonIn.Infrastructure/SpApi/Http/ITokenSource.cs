using AmazonIn.Infrastructure.SpApi.Auth;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>Where a call's access token comes from.</summary>
internal interface ITokenSource
{
    Task<AccessToken> GetAsync(CancellationToken cancellationToken);

    /// <summary>Amazon refused the token.</summary>
    /// <returns>Whether another one can be had, so that the call is worth a second try.</returns>
    bool Reject(AccessToken token);
}
