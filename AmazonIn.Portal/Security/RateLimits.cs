using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AmazonIn.Portal.Security;

/// <summary>Slows guessing down, and carrying whole lists away.</summary>
internal static class RateLimits
{
    /// <summary>Policy of the pages that take a password or a set-up link.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of files that hold whole lists (security.md B-12): counted by person.</summary>
    public const string Export = "export";

    private const int ExportsAMinute = 10;

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
                "Too many attempts. Wait a minute, then try again.", cancellationToken);
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
        options.AddPolicy(Export, context => RateLimitPartition.GetFixedWindowLimiter(
            PrincipalActor.Of(context.User).Id,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = ExportsAMinute, Window = TimeSpan.FromMinutes(1) }));
    }
}
