using AmazonIn.Infrastructure.Sandbox.Auth;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Lets a seller withdraw the authorisation, and give the well-known refresh token its force back.</summary>
internal sealed class TokenControlEndpoints(AuthorizationServer authorization, SellerDirectory sellers)
{
    public void Map(ControlRoutes routes)
    {
        routes.Map("POST", "/control/tokens/revoke", http => ChangeAsync(http, authorization.Revoke));
        routes.Map("POST", "/control/tokens/restore", http => ChangeAsync(http, authorization.Restore));
    }

    private async Task ChangeAsync(HttpContext http, Action<string> change)
    {
        var body = await ControlRoutes.ReadJsonAsync(http);
        var seller = sellers.Find(body.Text("sellerId") ?? "")
            ?? throw new ApiException(ApiError.NotFound("sellerId names no demo seller."));
        change(seller.Id);
        await ControlRoutes.AnswerAsync(http, writer => writer.WriteString("sellerId", seller.Id));
    }
}
