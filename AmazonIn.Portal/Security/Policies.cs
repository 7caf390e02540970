using AmazonIn.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace AmazonIn.Portal.Security;

/// <summary>
/// One policy for each permission, named like it, and a fallback that lets nobody in who has not signed in: what
/// forgets to say who may use it is closed, not open.
/// </summary>
internal static class Policies
{
    public static IServiceCollection AddPortalPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permission.All)
        {
            authorization.AddPolicy(permission, policy => policy
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(permission)));
        }

        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuditedRefusals>();
        services.AddScoped<RequestPrincipal>();
        services.AddScoped<ICurrentActor>(provider =>
            provider.GetRequiredService<RequestPrincipal>().Principal is not null
                ? ActivatorUtilities.CreateInstance<RequestActor>(provider)
                : ActivatorUtilities.CreateInstance<CircuitActor>(provider));
        return services;
    }

    /// <summary>Notes the sender of each request for <see cref="RequestActor"/>. Stands after authentication.</summary>
    public static IApplicationBuilder UseRequestPrincipal(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<RequestPrincipal>().Principal =
            RequestOrigin.Attach(context.User, context);
        return next(context);
    });
}
