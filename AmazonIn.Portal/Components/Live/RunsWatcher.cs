using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Live;

/// <summary>Follows the runs under way for the page that contains it; shows nothing.</summary>
public sealed class RunsWatcher : ComponentBase, IDisposable
{
    private int generation;

    /// <summary>A run started, ended or changed its state: what pages show of the past may differ now.</summary>
    [Parameter]
    public EventCallback OnTurn { get; set; }

    /// <summary>Counts moved; also after every <see cref="OnTurn"/>.</summary>
    [Parameter]
    public EventCallback OnProgress { get; set; }

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    public void Dispose() => Live.Changed -= OnChanged;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            generation = Live.Generation;
            Live.Changed += OnChanged;
            Live.Start();
        }
    }

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        if (generation != Live.Generation)
        {
            generation = Live.Generation;
            await OnTurn.InvokeAsync();
        }

        await OnProgress.InvokeAsync();
    });
}
