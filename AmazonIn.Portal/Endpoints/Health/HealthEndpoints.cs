using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AmazonIn.Portal.Endpoints.Health;

/// <summary>For whoever watches the portal from outside. Says which part fails, and nothing else about it.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        var patience = TimeSpan.FromSeconds(5);
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>(DatabaseCheck.Name, timeout: patience)
            .AddCheck<KeysCheck>(KeysCheck.Name, timeout: patience)
            .AddCheck<DispatcherCheck>(DispatcherCheck.Name, timeout: patience)
            .AddCheck<ClockCheck>(ClockCheck.Name, timeout: patience);
        return services;
    }

    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous();
        health.MapHealthChecks("/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        health.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var failing = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => entry.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        return context.Response.WriteAsJsonAsync(
            new HealthJson(StatusOf(report.Status), failing), context.RequestAborted);
    }

    private static string StatusOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        HealthStatus.Unhealthy => "unavailable",
    };
}
