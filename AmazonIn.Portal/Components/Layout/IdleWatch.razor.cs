using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>
/// Ends an idle session where it is looked at: hears from the browser that the person does something, warns a minute
/// before the end, and leads to the sign-in page and from there back. The end itself is the database's (security.md
/// B-18): a circuit that does not hear of it is shut by its next revalidation.
/// </summary>
public sealed partial class IdleWatch : IAsyncDisposable
{
    internal static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    // Shorter than the sessions' own interval of noting, so that none of its notes is missed.
    private static readonly TimeSpan ToldEvery = TimeSpan.FromSeconds(10);

    private DotNetObjectReference<IdleWatch>? self;
    private IJSObjectReference? script;
    private ITimer? timer;
    private string? session;
    private ElementReference stay;
    private bool warned;
    private bool shown;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private ISessions Sessions { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<IdleWatch> Logger { get; set; } = null!;

    /// <summary>The person did something. From the browser, which tells nothing more.</summary>
    [JSInvokable]
    public Task ActiveAsync() => InvokeAsync(async () =>
    {
        try
        {
            if (session is not null && !await Sessions.TouchAsync(session, CancellationToken.None))
            {
                Leave();
            }
            else if (warned)
            {
                warned = false;
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            // The browser tells again at the next touch; the warning stays until it is heard.
            Logger.LogError(exception, "It could not be noted that the session is in use.");
        }
    });

    public async ValueTask DisposeAsync()
    {
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }

        self?.Dispose();
        if (script is not null)
        {
            try
            {
                await script.InvokeVoidAsync("detach");
                await script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone, and its listeners with it.
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (warned && !shown)
        {
            await stay.FocusAsync();
        }

        shown = warned;
        if (!firstRender || Authentication is null)
        {
            return;
        }

        session = SessionCookie.IdOf((await Authentication).User);
        if (session is not null)
        {
            timer = Time.CreateTimer(_ => _ = InvokeAsync(CheckAsync), null, Tick, Tick);
            self = DotNetObjectReference.Create(this);
            script = await Browser.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/idle.js"]);
            await script.InvokeVoidAsync("attach", self, ToldEvery.TotalMilliseconds);
        }
    }

    private async Task CheckAsync()
    {
        try
        {
            // Another window of the same session may be the busy one.
            var idle = session is null ? null : await Sessions.IdleTimeAsync(session, CancellationToken.None);
            var warns = idle >= SessionLimits.Idle - SessionLimits.Warning;
            if (idle is null)
            {
                Leave();
            }
            else if (warns != warned)
            {
                warned = warns;
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            // The next tick asks again, and the session's end does not depend on it.
            Logger.LogError(exception, "It could not be read whether the session is idle.");
        }
    }

    private void Leave()
    {
        var here = "/" + Navigation.ToBaseRelativePath(Navigation.Uri);
        Navigation.NavigateTo($"/account/login?Idle=true&ReturnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
