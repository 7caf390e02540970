using System.Threading.RateLimiting;

namespace AmazonIn.Portal.Security;

/// <summary>Slows guessing down: attempts to sign in or set up, counted by address.</summary>
internal static class RateLimits
{
    /// <summary>Policy of the pages that take a password or a set-up link.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Attempts a minute from one address. Lockout guards the account, this guards against trying many accounts.</summary>
    public const int AttemptsAMinute = 20;

    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, cancellationToken) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await context.HttpContext.Response.WriteAsync(
                "Too many attempts from your address. Wait a minute, then try again.", cancellationToken);
        };
        options.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("reading"));
    });
}
