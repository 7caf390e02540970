using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Auth;

/// <summary>Tokens API 2021-03-01, as far as documents of reports go: one resource a token.</summary>
internal sealed class RestrictedTokenEndpoint(AuthorizationServer authorization)
{
    public void Map(ApiRoutes routes) => routes.Map(
        "POST", "/tokens/2021-03-01/restrictedDataToken", UsagePlan.CreateRestrictedDataToken, CreateAsync);

    private async Task CreateAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        if (body.Items("restrictedResources") is not [var resource]
            || resource.Text("method") != "GET"
            || resource.Text("path") is not { Length: > 0 } path)
        {
            throw ApiException.InvalidInput("restrictedResources must name one resource by method and path.");
        }

        await call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteString(
                "restrictedDataToken", authorization.IssueAccessToken(Grant.Restricted(call.Seller.Id, path)));
            json.WriteNumber("expiresIn", (int)authorization.AccessTokenLifetime.TotalSeconds);
            json.WriteEndObject();
        });
    }
}
