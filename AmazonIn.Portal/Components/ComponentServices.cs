using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;
using MudBlazor.Services;

namespace AmazonIn.Portal.Components;

/// <summary>What the screens need besides query ports, use cases, <c>ICurrentActor</c> and <c>RunProgressFeed</c>.</summary>
public static class ComponentServices
{
    public static IServiceCollection AddPortalComponents(this IServiceCollection services)
    {
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.PreventDuplicates = true;
            options.SnackbarConfiguration.SnackbarVariant = Variant.Filled;
            options.SnackbarConfiguration.VisibleStateDuration = 6000;
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<LiveRuns>();
        services.AddScoped<DisplayClock>();
        return services;
    }
}
