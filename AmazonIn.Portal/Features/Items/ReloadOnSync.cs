using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Items;

/// <summary>
/// Keeps a list fresh while a sync brings new rows: asks for a reload when a run starts or ends, and every few seconds
/// while one of its module makes progress. Renders nothing.
/// </summary>
public sealed class ReloadOnSync : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private int generation;
    private int progress;
    private DateTimeOffset lastReload;

    [Parameter]
    [EditorRequired]
    public SyncModule Module { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnReload { get; set; }

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    public void Dispose() => Live.Changed -= OnChanged;

    protected override void OnInitialized()
    {
        (generation, progress, lastReload) = (Live.Generation, Progress, Time.GetUtcNow());
        Live.Changed += OnChanged;
    }

    private int Progress => Live.Active.Where(run => run.Module == Module).Sum(run => run.Synced);

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        var now = Time.GetUtcNow();
        if (generation == Live.Generation && (progress == Progress || now - lastReload < Pause))
        {
            return;
        }

        (generation, progress, lastReload) = (Live.Generation, Progress, now);
        await OnReload.InvokeAsync();
    });
}
