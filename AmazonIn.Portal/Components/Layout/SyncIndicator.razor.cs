using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>Whether anything syncs or needs somebody, in the top bar of every page; opens a panel with the progress.</summary>
public sealed partial class SyncIndicator : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private IReadOnlyList<ChannelSummary> channels = [];
    private ElementReference panel;
    private int generation = -1;
    private bool open;
    private bool focusPanel;

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<SyncIndicator> Logger { get; set; } = null!;

    private IEnumerable<ChannelSummary> Attention =>
        channels.Where(channel => channel.State == ChannelState.NeedsAttention);

    private int Running => Live.Active.Count;

    private DateTimeOffset? Next => channels.Where(channel => channel.State == ChannelState.Active)
        .Min(channel => channel.NextSyncAt);

    private string Words => Attention.Any() ? "Needs attention"
        : Running > 0 ? $"{IndianFormat.Count(Running)} running"
        : "Idle";

    private string Kind => Attention.Any() ? "warning" : Running > 0 ? "info" : "idle";

    private string Icon => Attention.Any() ? Icons.Material.Outlined.WarningAmber
        : Running > 0 ? Icons.Material.Outlined.Sync
        : Icons.Material.Outlined.CloudDone;

    public void Dispose()
    {
        Live.Changed -= OnChanged;
        Navigation.LocationChanged -= OnLocationChanged;
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Live.Changed += OnChanged;
            Navigation.LocationChanged += OnLocationChanged;
            Live.Start();
            await LoadChannelsAsync();
        }
        else if (focusPanel)
        {
            focusPanel = false;
            await panel.FocusAsync();
        }
    }

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        if (generation != Live.Generation)
        {
            await LoadChannelsAsync();
        }
        else
        {
            StateHasChanged();
        }
    });

    // A page that connects or renames a channel leads elsewhere next.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(LoadChannelsAsync);

    private async Task LoadChannelsAsync()
    {
        if (disposal.IsCancellationRequested)
        {
            return;
        }

        generation = Live.Generation;
        try
        {
            channels = await Channels.ListAsync(disposal.Token);
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            Logger.LogWarning(exception, "The channels could not be read for the sync indicator.");
        }

        StateHasChanged();
    }

    private void Toggle()
    {
        open = !open;
        focusPanel = open;
    }

    private void Close() => open = false;

    private void OnKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            open = false;
        }
    }
}
