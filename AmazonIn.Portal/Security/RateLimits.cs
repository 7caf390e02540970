using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Slows down guessing, counted by address, and taking data out by the bulk, counted by person.
/// </summary>
internal static class RateLimits
{
    /// <summary>Policy of the pages that take a password or a set-up link.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of exports and printed documents.</summary>
    public const string Documents = "documents";

    private const int DocumentsAMinute = 30;

    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignInLimit());
        return services.AddRateLimiter(Configure);
    }

    private static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, cancellationToken) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await context.HttpContext.Response.WriteAsync(
                PolicyOf(context.HttpContext) == Documents
                    ? "You asked for many files within a minute. Wait a minute, then try again."
                    : "Too many attempts from your address. Wait a minute, then try again.",
                cancellationToken);
        };
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<SignInLimit>().AttemptsAMinute,
                    Window = TimeSpan.FromMinutes(1),
                })
            : RateLimitPartition.GetNoLimiter("reading"));
        options.AddPolicy(Documents, context => RateLimitPartition.GetFixedWindowLimiter(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = DocumentsAMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    private static string? PolicyOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
}
