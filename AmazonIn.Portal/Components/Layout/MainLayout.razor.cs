using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>The frame around every page of a signed-in person.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private DotNetObjectReference<MainLayout>? self;
    private IJSObjectReference? script;
    private DisplaySettings display = DisplaySettings.Default;
    private ElementReference content;
    private ThemeChoice theme;
    private bool dark;
    private bool collapsed;
    private bool drawerOpen;
    private bool searching;

    [CascadingParameter]
    private FramePreferences Preferences { get; set; } = FramePreferences.Default;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<MainLayout> Logger { get; set; } = null!;

    /// <summary>Ctrl K, from the browser.</summary>
    [JSInvokable]
    public Task OpenSearchAsync() => InvokeAsync(ShowSearchAsync);

    /// <summary>The device changed between light and dark.</summary>
    [JSInvokable]
    public Task DeviceThemeChangedAsync(bool deviceIsDark) => InvokeAsync(() =>
    {
        if (theme == ThemeChoice.System)
        {
            dark = deviceIsDark;
            StateHasChanged();
        }
    });

    /// <summary>Escape, from the browser.</summary>
    [JSInvokable]
    public Task EscapeAsync() => InvokeAsync(() =>
    {
        if (drawerOpen)
        {
            drawerOpen = false;
            StateHasChanged();
        }
    });

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
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

    protected override async Task OnInitializedAsync()
    {
        (theme, dark, collapsed) = (Preferences.Theme, Preferences.IsDark, Preferences.NavigationCollapsed);
        Navigation.LocationChanged += OnLocationChanged;
        if (RendererInfo.IsInteractive && await IsSignedInAsync())
        {
            await LoadDisplayAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await Browser.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/frame.js"]);
            await script.InvokeVoidAsync("attach", self);
        }
    }

    private async Task<bool> IsSignedInAsync() =>
        Authentication is not null && (await Authentication).User.Identity?.IsAuthenticated == true;

    private async Task LoadDisplayAsync()
    {
        try
        {
            var organisation = await Organisations.FindAsync(CancellationToken.None);
            if (organisation is not null
                && TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out var zone))
            {
                display = new DisplaySettings(zone, organisation.BaseCurrency);
            }
        }
        catch (Exception exception)
        {
            // The page itself will say what is wrong; the frame stays usable with its defaults.
            Logger.LogError(exception, "The organisation's display settings could not be read.");
        }
    }

    private async Task SetThemeAsync(ThemeChoice choice)
    {
        theme = choice;
        dark = script is not null
            ? await script.InvokeAsync<bool>("setTheme", choice.ToString().ToLowerInvariant())
            : choice == ThemeChoice.Dark;
    }

    private async Task SetCollapsedAsync(bool value)
    {
        collapsed = value;
        if (script is not null)
        {
            await script.InvokeVoidAsync("setNavigation", value);
        }
    }

    private void ToggleDrawer() => drawerOpen = !drawerOpen;

    private void CloseDrawer() => drawerOpen = false;

    private async Task FocusContentAsync() => await content.FocusAsync();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (drawerOpen)
        {
            drawerOpen = false;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private async Task ShowSearchAsync()
    {
        if (searching || !await IsSignedInAsync())
        {
            return;
        }

        searching = true;
        try
        {
            var options = new DialogOptions
            {
                NoHeader = true,
                MaxWidth = MaxWidth.Small,
                FullWidth = true,
                Position = DialogPosition.TopCenter,
                BackgroundClass = "search-backdrop",
            };
            var dialog = await Dialogs.ShowAsync<SearchDialog>("Search", options);
            await dialog.Result;
        }
        finally
        {
            searching = false;
        }
    }
}
