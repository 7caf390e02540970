using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>Keeps the frame alive when a page fails, and clears the failure when the person goes elsewhere.</summary>
public sealed class AppErrorBoundary : ErrorBoundaryBase, IDisposable
{
    private Fault? fault;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<AppErrorBoundary> Logger { get; set; } = null!;

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    protected override Task OnErrorAsync(Exception exception)
    {
        fault = Fault.Report(Logger, exception, "This page could not be shown.");
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
        }
        else if (fault is not null)
        {
            builder.OpenComponent<ErrorPanel>(1);
            builder.AddComponentParameter(2, nameof(ErrorPanel.Fault), fault);
            builder.AddComponentParameter(3, nameof(ErrorPanel.OnRetry), EventCallback.Factory.Create(this, Recover));
            builder.CloseComponent();
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (CurrentException is not null)
        {
            _ = InvokeAsync(Recover);
        }
    }
}
