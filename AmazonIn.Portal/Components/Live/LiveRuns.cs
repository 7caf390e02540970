using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Scheduling;

namespace AmazonIn.Portal.Components.Live;

/// <summary>
/// The runs under way, for everything on one person's screen. Follows this instance's feed at once and, because runs
/// may be worked on by another instance, reads the rows again: every two seconds while something runs, seldom otherwise.
/// </summary>
internal sealed class LiveRuns(
    ISyncHistoryQueries history,
    RunProgressFeed feed,
    TimeProvider time,
    ILogger<LiveRuns> logger) : IDisposable
{
    public static readonly TimeSpan WhileActive = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan WhileIdle = TimeSpan.FromSeconds(20);

    // A page of orders is many changes at once; one look for all of them.
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource disposal = new();
    private readonly Lock gate = new();
    private Dictionary<long, RunPace> paces = [];
    private ITimer? timer;
    private bool poked;
    private bool reading;
    private bool failing;

    /// <summary>Raised off the renderer's thread after a look that found something to show.</summary>
    public event Action? Changed;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RunSummary> Active { get; private set; } = [];

    /// <summary>Grows when a run starts, ends or changes its state, so that pages know when to read more than progress.</summary>
    public int Generation { get; private set; }

    /// <summary>Whether <see cref="Active"/> has been read at least once.</summary>
    public bool HasLooked { get; private set; }

    /// <summary>Starts following; safe to call again.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (timer is not null || disposal.IsCancellationRequested)
            {
                return;
            }

            timer = time.CreateTimer(_ => _ = ReadAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        feed.RunChanged += OnRunChanged;
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Looks again soon: something was just started or cancelled here.</summary>
    public void Poke() => OnRunChanged(0);

    public RunProgress ProgressOf(RunSummary run) => RunProgress.Of(run, paces.GetValueOrDefault(run.Id)?.PerMinute);

    public void Dispose()
    {
        feed.RunChanged -= OnRunChanged;
        lock (gate)
        {
            if (disposal.IsCancellationRequested)
            {
                return;
            }

            disposal.Cancel();
            timer?.Dispose();
        }
    }

    private void OnRunChanged(long runId)
    {
        lock (gate)
        {
            if (poked || disposal.IsCancellationRequested)
            {
                return;
            }

            poked = true;
            timer?.Change(Gathering, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task ReadAsync()
    {
        lock (gate)
        {
            if (reading || disposal.IsCancellationRequested)
            {
                return;
            }

            (reading, poked) = (true, false);
        }

        try
        {
            var page = await history.ListRunsAsync(
                new RunFilter(ActiveOnly: true), new PageRequest(PageRequest.MaxTake), disposal.Token);
            Take(page.Items);
            failing = false;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            // The next look may succeed; one line for a whole outage is enough.
            if (!failing)
            {
                logger.LogWarning(exception, "The runs under way could not be read; trying on.");
            }

            failing = true;
        }

        lock (gate)
        {
            reading = false;
            if (!disposal.IsCancellationRequested)
            {
                var next = poked ? Gathering : Active.Count > 0 ? WhileActive : WhileIdle;
                timer?.Change(next, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Take(IReadOnlyList<RunSummary> runs)
    {
        var now = time.GetUtcNow();
        var kept = new Dictionary<long, RunPace>();
        foreach (var run in runs)
        {
            var pace = paces.GetValueOrDefault(run.Id) ?? new RunPace();
            pace.Observe(run.Synced + run.NotSynced + run.PassedOver, now);
            kept[run.Id] = pace;
        }

        var before = Active;
        var same = before.Count == runs.Count && before.SequenceEqual(runs);
        if (!before.Select(run => (run.Id, run.State)).ToHashSet().SetEquals(runs.Select(run => (run.Id, run.State))))
        {
            Generation++;
        }

        var first = !HasLooked;
        (paces, Active, HasLooked) = (kept, runs, true);
        if (first || !same || runs.Count > 0)
        {
            Changed?.Invoke();
        }
    }
}
