using System.Net;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Carries the access token. One refusal drops the token and tries once more with a fresh one, because an expired
/// token and a missing role are answered alike (403).
/// </summary>
internal sealed class TokenHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        if (SpApiCall.Of(request).Tokens is not { } tokens)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var token = await tokens.GetAsync(cancellationToken);
        Carry(request, token.Value);
        var response = await base.SendAsync(request, cancellationToken);
        if (!IsRefusal(response) || !tokens.Reject(token))
        {
            return response;
        }

        response.Dispose();
        Carry(request, (await tokens.GetAsync(cancellationToken)).Value);
        return await base.SendAsync(request, cancellationToken);
    }

    private static void Carry(HttpRequestMessage request, string token)
    {
        request.Headers.Remove("x-amz-access-token");
        request.Headers.TryAddWithoutValidation("x-amz-access-token", token);
    }

    private static bool IsRefusal(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Unauthorized
        || (response.StatusCode == HttpStatusCode.Forbidden && !ErrorEnvelope.Of(response).IsUnknownPath);
}
