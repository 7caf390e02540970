using AmazonIn.Portal.Components;
using AmazonIn.Portal.Components.Account;
using AmazonIn.Portal.Endpoints;
using AmazonIn.Portal.Endpoints.Health;
using AmazonIn.Portal.Endpoints.Reference;
using AmazonIn.Portal.Features.Audit;
using AmazonIn.Portal.Features.Exports;
using AmazonIn.Portal.Features.OrderSheets;
using AmazonIn.Portal.Features.Parcels;
using AmazonIn.Portal.Features.Security;
using AmazonIn.Portal.Features.Shipping;
using AmazonIn.Portal.Features.Stock;
using AmazonIn.Portal.Security;

namespace AmazonIn.Portal.Composition;

/// <summary>What a request passes on its way in, and where it can go.</summary>
internal static class PortalPipeline
{
    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseCircuitOriginCheck();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UsePagesOverHttpsOnly();
        }

        app.UseWhen(context => ApiGroup.IsCall(context.Request.Path), api => api.UseStatusCodePages(ApiStatusPages.AnswerAsync));
        app.UseWhen(
            context => !ApiGroup.IsCall(context.Request.Path) && HttpMethods.IsGet(context.Request.Method),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseAuthentication();
        app.UseRequestPrincipal();
        app.UseRestrictedSessions();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalHealth();
        app.MapAccount();
        app.MapAuditExport();
        app.MapPickupDocuments();
        app.MapAccessExport();
        app.MapApi();
        app.MapExports();
        app.MapOrderSheet();
        app.MapParcels();
        app.MapStockExport();
        app.MapApiReference();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // Compressed frames would tell secrets by their length beside text that a buyer chose (security.md B-08).
            options.DisableWebSocketCompression = true;
            // Our own Content-Security-Policy says so already, on every answer.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
    }
}
