using System.Globalization;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.SyncHistory;

/// <summary>One run (Y2): failures first, grouped by cause, then every record with what became of it.</summary>
public sealed partial class RunPage
{
    // Pages come in bursts; the lists below follow at a pace that can be read.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private Loader<RunDetails>? loader;
    private ListPage<EntryRow>? entries;
    private DateTimeOffset refreshedAt;
    private int seen;
    private bool busy;

    [Parameter]
    public long ChannelId { get; set; }

    [Parameter]
    public long RunId { get; set; }

    [CascadingParameter]
    private DisplaySettings Display { get; set; } = DisplaySettings.Default;

    [Inject]
    private ISyncHistoryQueries History { get; set; } = null!;

    [Inject]
    private ResyncRun Resync { get; set; } = null!;

    [Inject]
    private CancelRun Cancel { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<RunPage> Logger { get; set; } = null!;

    private ListQuery Query => ListQuery.Parse(Navigation.Uri);

    private static string? LinkOf(EntryRow entry) => entry.SubjectId?.ToString(CultureInfo.InvariantCulture) is not { } id
        ? null
        : entry.Kind switch
        {
            EntryKind.Item => "/items/" + id,
            EntryKind.ItemGroup => "/item-groups/" + id,
            EntryKind.Order => "/sales-orders/" + id,
        };

    private static FilterDefinition[] FiltersOf(RunDetails details) =>
    [
        new("outcome", "Outcome", []) { Words = value => value == nameof(EntryOutcome.NotSynced) ? "Not synced" : "Synced" },
        FilterDefinition.Of<EntryChange>("change", "Result", SyncWords.Of),
        new("reason", "Cause", [.. details.Reasons.Select(reason => new FilterChoice(reason.ReasonCode, Clip(reason.Reason)))]),
    ];

    private static string Clip(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private async Task<RunDetails?> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await History.FindDetailsAsync(RunId, cancellationToken);
        return details?.Run.ChannelId == ChannelId ? details : null;
    }

    private Task<PageOf<EntryRow>> LoadEntriesAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var filter = new EntryFilter(
            query.Choice<EntryOutcome>("outcome"),
            query.Choice<EntryChange>("change"),
            query.Text("reason"),
            query.Search.Length > 0 ? query.Search : null);
        return History.ListEntriesAsync(RunId, filter, query.ToPage(), cancellationToken);
    }

    private RunSummary Fresh(RunSummary run) =>
        run.IsActive ? Live.Active.FirstOrDefault(live => live.Id == run.Id) ?? run : run;

    private bool Selected(string key, string value) => Query.Text(key) == value;

    private string Narrowed(string key, string value)
    {
        var path = IntegrationLinks.Run(ChannelId, RunId);
        var widened = Query.Widened();
        return (Selected(key, value) ? widened : widened.WithFilter(key, value)).ToUri(path);
    }

    private async Task OnProgressAsync()
    {
        if (Live.Active.FirstOrDefault(run => run.Id == RunId) is not { } run)
        {
            return;
        }

        var done = run.Synced + run.NotSynced + run.PassedOver;
        if (done != seen && Time.GetUtcNow() - refreshedAt >= Pace)
        {
            seen = done;
            await ReloadAsync();
        }
    }

    private async Task ReloadAsync()
    {
        refreshedAt = Time.GetUtcNow();
        if (loader is not null)
        {
            await loader.ReloadAsync();
        }

        if (entries is not null)
        {
            await entries.ReloadAsync();
        }
    }

    private Task CancelAsync(RunSummary run) => TryAsync("The run could not be cancelled.", async () =>
    {
        var result = await Cancel.RunAsync(await CurrentActor.GetAsync(), run.Id, CancellationToken.None);
        if (!result.Succeeded)
        {
            Messages.Add(result.Error.Message, Severity.Warning);
        }
    });

    private Task ResyncAsync(RunSummary run) => TryAsync("The resync could not be started.", async () =>
    {
        var result = await Resync.RunAsync(await CurrentActor.GetAsync(), run.Id, CancellationToken.None);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(IntegrationLinks.Run(ChannelId, result.Value.Id));
        }
        else
        {
            Messages.Add(result.Error.Message, Severity.Warning);
        }
    });

    private async Task TryAsync(string failure, Func<Task> work)
    {
        busy = true;
        try
        {
            await work();
            Live.Poke();
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, failure);
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }
}
