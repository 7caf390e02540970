using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AmazonIn.Infrastructure.Sandbox.Auth;

/// <summary>
/// Seller Central's consent page. The demo seller always consents, so it redirects at once; the query parameter
/// <c>selling_partner_id</c> (ours, not Amazon's) picks the second seller.
/// </summary>
internal sealed class ConsentEndpoint(AuthorizationServer server, SellerDirectory sellers)
{
    public Task HandleAsync(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        if (string.IsNullOrEmpty(query.Text("application_id")))
        {
            return Answer.ErrorAsync(http, ApiError.InvalidInput("MD1000: application_id is missing or unknown."));
        }

        if (string.IsNullOrEmpty(query.Text("state")))
        {
            return Answer.ErrorAsync(http, ApiError.InvalidInput("state is missing."));
        }

        var redirectUri = query.Text("redirect_uri");
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var target)
            || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
            || target.Fragment.Length > 0)
        {
            return Answer.ErrorAsync(http, ApiError.InvalidInput("MD5101: redirect_uri is not registered."));
        }

        var seller = sellers.Find(query.Text("selling_partner_id") ?? DemoIdentities.FirstSeller);
        if (seller is null)
        {
            return Answer.ErrorAsync(http, ApiError.InvalidInput("selling_partner_id names no demo seller."));
        }

        http.Response.Redirect(QueryHelpers.AddQueryString(redirectUri, new Dictionary<string, string?>
        {
            ["state"] = query.Text("state"),
            ["selling_partner_id"] = seller.Id,
            ["spapi_oauth_code"] = server.IssueCode(seller.Id, redirectUri),
        }));
        return Task.CompletedTask;
    }
}
