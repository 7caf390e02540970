using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>Leads a window that is one too many to the page that says so.</summary>
public sealed class WindowGuard(IEnumerable<CircuitHandler> handlers, NavigationManager navigation) : ComponentBase
{
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && handlers.OfType<WindowLimit>().Any(limit => limit.Refused))
        {
            navigation.NavigateTo(WindowLimit.Page, forceLoad: true);
        }
    }
}
