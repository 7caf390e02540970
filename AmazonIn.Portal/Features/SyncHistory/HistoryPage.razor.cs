using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.SyncHistory;

/// <summary>Overall Sync History, and Show Sync History of a module (Y1): one row a run, with Resync in its end (Y4).</summary>
public sealed partial class HistoryPage
{
    private static readonly FilterDefinition[] Filters =
    [
        FilterDefinition.Of<SyncModule>("module", "Module", SyncWords.Of),
        FilterDefinition.Of<RunState>("state", "State", SyncWords.Of),
    ];

    private ListPage<RunSummary>? list;
    private string? channelName;
    private int? count;
    private bool busy;

    [Parameter]
    public long ChannelId { get; set; }

    [SupplyParameterFromQuery(Name = "module")]
    private string? Module { get; set; }

    [CascadingParameter]
    private DisplaySettings Display { get; set; } = DisplaySettings.Default;

    [Inject]
    private ISyncHistoryQueries History { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private ResyncRun Resync { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<HistoryPage> Logger { get; set; } = null!;

    private string Title => Enum.TryParse<SyncModule>(Module, ignoreCase: true, out var module) && Enum.IsDefined(module)
        ? $"Sync History of {SyncWords.Of(module)}"
        : "Overall Sync History";

    private async Task<PageOf<RunSummary>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channelName ??= (await Channels.FindAsync(ChannelId, cancellationToken))?.Name;
        var filter = new RunFilter(ChannelId, query.Choice<SyncModule>("module"), query.Choice<RunState>("state"));
        return await History.ListRunsAsync(filter, query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<RunSummary> page) => count = page.Total;

    private RunSummary Fresh(RunSummary run) =>
        run.IsActive ? Live.Active.FirstOrDefault(live => live.Id == run.Id) ?? run : run;

    private async Task ResyncAsync(RunSummary run)
    {
        busy = true;
        try
        {
            var result = await Resync.RunAsync(await CurrentActor.GetAsync(), run.Id, CancellationToken.None);
            if (result.Succeeded)
            {
                Messages.Add($"What was fetched in that run of {SyncWords.Of(run.Module).ToLowerInvariant()} is fetched again.", Severity.Normal);
                Live.Poke();
                await ReloadAsync();
            }
            else
            {
                Messages.Add(result.Error.Message, Severity.Warning);
            }
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The resync could not be started.");
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}
