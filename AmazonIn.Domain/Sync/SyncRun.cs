using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Sync;

/// <summary>
/// One run of one module of one channel: asked for, taken under a lease, read page by page, ended. The history shows
/// this row, and so does the progress bar.
/// </summary>
public sealed class SyncRun
{
    public const int MessageMaxLength = 1000;
    public const int RequestedByMaxLength = 256;
    public const int PageTokenMaxLength = 4000;
    public const int OwnerMaxLength = 64;

    /// <summary>How often a run may be interrupted before it is given up as failed.</summary>
    public const int MaxInterruptions = 5;

    private SyncRun(SyncModule module, RunTrigger trigger, string requestedBy)
    {
        Module = module;
        Trigger = trigger;
        RequestedBy = requestedBy;
    }

    public SyncRun(
        long channelId,
        SyncModule module,
        RunTrigger trigger,
        string requestedBy,
        DateTimeOffset requestedAt,
        long? resyncOfRunId = null)
        : this(module, trigger, requestedBy)
    {
        ChannelId = channelId;
        RequestedAt = requestedAt;
        ResyncOfRunId = resyncOfRunId;
        ActiveKey = KeyOfActive(channelId, module, resyncOfRunId);
    }

    public long Id { get; private set; }

    public long ChannelId { get; private set; }

    public SyncModule Module { get; private set; }

    public RunTrigger Trigger { get; private set; }

    /// <summary>Name of the person or key that asked, or the portal's own.</summary>
    public string RequestedBy { get; private set; }

    /// <summary>The run whose records are fetched again (Y4).</summary>
    public long? ResyncOfRunId { get; private set; }

    public RunState State { get; private set; } = RunState.Requested;

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Items or orders brought up to date, whether they changed or not.</summary>
    public int Synced { get; private set; }

    public int NotSynced { get; private set; }

    /// <summary>Orders that by rule are no sales orders yet or ever: pending, or cancelled before we knew them.</summary>
    public int PassedOver { get; private set; }

    /// <summary>How many records the whole run will see, where Amazon tells.</summary>
    public int? ExpectedTotal { get; private set; }

    /// <summary>For a person: how it ended, or what it waits for.</summary>
    public string? Message { get; private set; }

    /// <summary>Set while the run sleeps for Amazon's quota.</summary>
    public DateTimeOffset? WaitingUntil { get; private set; }

    public bool CancelRequested { get; private set; }

    /// <summary>Start of the window by Amazon's last update; null reads everything.</summary>
    public DateTimeOffset? WindowFrom { get; private set; }

    /// <summary>How far the window reached, as Amazon said; known once read to the end.</summary>
    public DateTimeOffset? WindowTo { get; private set; }

    /// <summary>Where the next page starts; opaque, the gateway's own.</summary>
    public string? PageToken { get; private set; }

    /// <summary>When <see cref="PageToken"/> was obtained; Amazon's expire after 24 hours.</summary>
    public DateTimeOffset? PageTokenAt { get; private set; }

    public int PagesRead { get; private set; }

    public int Interruptions { get; private set; }

    /// <summary>Which portal instance holds the run.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>Grows with every take, so that an owner that slept past its lease cannot write.</summary>
    public int Fence { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Unique while active: asking twice for the same thing gives the same run.</summary>
    public string? ActiveKey { get; private set; }

    /// <summary>Unique while running: one run a channel and module at a time, over all instances.</summary>
    public string? RunningKey { get; private set; }

    public bool IsActive => State is RunState.Requested or RunState.Running or RunState.Interrupted;

    public static string KeyOfActive(long channelId, SyncModule module, long? resyncOfRunId) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{channelId}:{module}:{(resyncOfRunId is { } id ? $"resync-{id}" : "sync")}");

    public static string KeyOfRunning(long channelId, SyncModule module) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{channelId}:{module}");

    /// <summary>An instance takes the run for as long as the lease lasts.</summary>
    public void Take(string owner, DateTimeOffset now, TimeSpan lease)
    {
        if (State is not (RunState.Requested or RunState.Interrupted))
        {
            throw new DomainRuleException("run.take-waiting", $"Run {Id} is {State} and cannot be taken.");
        }

        State = RunState.Running;
        StartedAt ??= now;
        LeaseOwner = owner;
        LeaseUntil = now + lease;
        Fence++;
        RunningKey = KeyOfRunning(ChannelId, Module);
        Message = null;
    }

    public void RenewLease(DateTimeOffset until) => LeaseUntil = until;

    /// <summary>The window is fixed when the run first starts, so that a resumed run reads the same one.</summary>
    public void OpenWindow(DateTimeOffset? from) => WindowFrom = from;

    /// <summary>A page was committed with its counts and the place to go on from.</summary>
    public void RecordPage(int synced, int notSynced, int passedOver, int? expectedTotal, string? nextPage, DateTimeOffset now)
    {
        Synced += synced;
        NotSynced += notSynced;
        PassedOver += passedOver;
        ExpectedTotal = expectedTotal ?? ExpectedTotal;
        PageToken = nextPage;
        PageTokenAt = nextPage is null ? null : now;
        PagesRead++;
        WaitingUntil = null;
        Message = null;
    }

    /// <summary>Takes back what was recorded but not committed.</summary>
    public void RestoreCounts(SyncRun committed)
    {
        Synced = committed.Synced;
        NotSynced = committed.NotSynced;
        PassedOver = committed.PassedOver;
        PageToken = committed.PageToken;
        PageTokenAt = committed.PageTokenAt;
        PagesRead = committed.PagesRead;
    }

    /// <summary>Drops the checkpoint: the window is read again from its start, which changes nothing twice.</summary>
    public void RestartWindow()
    {
        PageToken = null;
        PageTokenAt = null;
    }

    /// <summary>Ends at once where it has not started. Either way the same thing can be asked for again.</summary>
    public void RequestCancel(DateTimeOffset now)
    {
        CancelRequested = true;
        ActiveKey = null;
        if (State is RunState.Requested or RunState.Interrupted)
        {
            End(RunState.Cancelled, null, "Cancelled before it started.", now);
        }
    }

    /// <summary>Read to the end. One record that was not synced makes the run a failed one (Y3).</summary>
    public void Finish(DateTimeOffset? windowTo, string? message, DateTimeOffset now) =>
        End(NotSynced > 0 ? RunState.Failed : RunState.Succeeded, windowTo, message, now);

    /// <summary>Could not be read to the end; the watermark stays where it was.</summary>
    public void Fail(string message, DateTimeOffset now) => End(RunState.Failed, null, message, now);

    public void Cancel(DateTimeOffset now) => End(
        RunState.Cancelled, null, "Cancelled by a person. What was fetched so far is kept; the rest follows next time.", now);

    /// <summary>The portal stopped or lost its lease; the run goes on later, or is given up after too many times.</summary>
    public void Interrupt(DateTimeOffset now)
    {
        Interruptions++;
        if (Interruptions > MaxInterruptions)
        {
            Fail($"Given up after {Interruptions} interruptions. Start the sync again; nothing that was fetched is lost.", now);
            return;
        }

        State = RunState.Interrupted;
        LeaseOwner = null;
        LeaseUntil = null;
        RunningKey = null;
        WaitingUntil = null;
        Message = "The portal stopped in the middle; the run goes on where it was.";
    }

    private void End(RunState state, DateTimeOffset? windowTo, string? message, DateTimeOffset now)
    {
        State = state;
        WindowTo = windowTo;
        EndedAt = now;
        Message = Shorten(message);
        WaitingUntil = null;
        LeaseOwner = null;
        LeaseUntil = null;
        ActiveKey = null;
        RunningKey = null;
        PageToken = null;
        PageTokenAt = null;
    }

    private static string? Shorten(string? text) =>
        text is { Length: > MessageMaxLength } ? text[..MessageMaxLength] : text;
}
