using AmazonIn.Infrastructure.Sandbox.Auth;
using AmazonIn.Infrastructure.Sandbox.Quotas;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>
/// Maps operations of the Selling Partner API. Each call is authenticated, then counted against its quota, then
/// handled; an error of any of the three becomes Amazon's envelope.
/// </summary>
internal sealed class ApiRoutes(
    IEndpointRouteBuilder routes,
    AuthorizationServer authorization,
    SellerDirectory sellers,
    QuotaTable quotas)
{
    public void Map(string method, string pattern, UsagePlan plan, Func<ApiCall, Task> handle) =>
        routes
            .MapMethods(pattern, [method], http => RunAsync(http, plan, handle))
            .WithMetadata(plan);

    private async Task RunAsync(HttpContext http, UsagePlan plan, Func<ApiCall, Task> handle)
    {
        try
        {
            var grant = authorization.Authenticate(http.Request.Headers["x-amz-access-token"]);
            var seller = grant.SellerId is null ? null : sellers.Find(grant.SellerId);
            if (seller is null || (grant.RestrictedTo is { } path && path != http.Request.Path))
            {
                throw new ApiException(ApiError.Denied("The access token grants no access to this operation."));
            }

            if (!quotas.TryTake(seller.Id, plan))
            {
                throw new ApiException(ApiError.QuotaExceeded);
            }

            http.Response.OnStarting(() =>
            {
                AddRateLimit(http, plan);
                return Task.CompletedTask;
            });
            await handle(new ApiCall(http, seller, grant.RestrictedTo is not null));
        }
        catch (ApiException exception) when (!http.Response.HasStarted)
        {
            await Answer.ErrorAsync(http, exception.Error);
        }
    }

    /// <summary>Amazon names the rate with 20x, 400 and 404 only, and never the burst.</summary>
    private void AddRateLimit(HttpContext http, UsagePlan plan)
    {
        if (http.Response.StatusCode is >= 200 and < 300 or 400 or 404)
        {
            var rate = quotas.Enforced ? plan.Rate : QuotaTable.UnlimitedRate;
            http.Response.Headers["x-amzn-RateLimit-Limit"] =
                rate.ToString("0.0###", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
