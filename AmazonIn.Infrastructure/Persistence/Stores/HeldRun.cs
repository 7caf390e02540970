using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// Writes the row of a run that an instance believes to hold. The fencing number in the condition is what makes the
/// belief safe: an owner that slept past its lease, and lost the run to another, changes nothing.
/// </summary>
internal static class HeldRun
{
    /// <summary>First statement of every transaction on behalf of a run; it also locks the row until the commit.</summary>
    /// <exception cref="LeaseLostException">Another instance took the run, or it has ended.</exception>
    public static async Task SaveAsync(
        PortalDbContext db, SyncRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = db.SyncRuns.Where(row =>
            row.Id == run.Id && row.Fence == run.Fence && row.State == RunState.Running);
        if (await SaveAsync(held, run, now, cancellationToken) == 0)
        {
            throw new LeaseLostException(run.Id);
        }
    }

    /// <summary>
    /// Writes all that may change of a run to the rows of <paramref name="guard"/>. Left alone are the request to
    /// cancel, which comes from others, and while the run goes on the lease and the present wait, both of which are
    /// written beside the work.
    /// </summary>
    public static Task<int> SaveAsync(
        IQueryable<SyncRun> guard, SyncRun run, DateTimeOffset now, CancellationToken cancellationToken) =>
        guard.ExecuteUpdateAsync(
            set =>
            {
                SetProgress(set, run);
                if (run.State == RunState.Running)
                {
                    ClearPastWait(set, now);
                }
                else
                {
                    SetState(set, run);
                }
            },
            cancellationToken);

    /// <summary>Writes a run just taken, lease and all.</summary>
    public static Task<int> TakeAsync(IQueryable<SyncRun> guard, SyncRun run, CancellationToken cancellationToken) =>
        guard.ExecuteUpdateAsync(
            set =>
            {
                SetProgress(set, run);
                SetState(set, run);
            },
            cancellationToken);

    private static void SetProgress(UpdateSettersBuilder<SyncRun> set, SyncRun run) => set
        .SetProperty(row => row.StartedAt, run.StartedAt)
        .SetProperty(row => row.Synced, run.Synced)
        .SetProperty(row => row.NotSynced, run.NotSynced)
        .SetProperty(row => row.PassedOver, run.PassedOver)
        .SetProperty(row => row.ExpectedTotal, run.ExpectedTotal)
        .SetProperty(row => row.WindowFrom, run.WindowFrom)
        .SetProperty(row => row.PageToken, run.PageToken)
        .SetProperty(row => row.PageTokenAt, run.PageTokenAt)
        .SetProperty(row => row.PagesRead, run.PagesRead);

    // The next page is fetched while this one is saved, so the run may be waiting for it already.
    private static void ClearPastWait(UpdateSettersBuilder<SyncRun> set, DateTimeOffset now) => set
        .SetProperty(row => row.Message, row => row.WaitingUntil > now ? row.Message : null)
        .SetProperty(row => row.WaitingUntil, row => row.WaitingUntil > now ? row.WaitingUntil : null);

    private static void SetState(UpdateSettersBuilder<SyncRun> set, SyncRun run)
    {
        SetLease(set, run);

        // Only ever given up: a request to cancel may have done so meanwhile, and somebody else may have it now.
        if (run.ActiveKey is null)
        {
            set.SetProperty(row => row.ActiveKey, (string?)null);
        }
    }

    private static void SetLease(UpdateSettersBuilder<SyncRun> set, SyncRun run) => set
        .SetProperty(row => row.State, run.State)
        .SetProperty(row => row.Message, run.Message)
        .SetProperty(row => row.WaitingUntil, run.WaitingUntil)
        .SetProperty(row => row.EndedAt, run.EndedAt)
        .SetProperty(row => row.WindowTo, run.WindowTo)
        .SetProperty(row => row.Interruptions, run.Interruptions)
        .SetProperty(row => row.LeaseOwner, run.LeaseOwner)
        .SetProperty(row => row.LeaseUntil, run.LeaseUntil)
        .SetProperty(row => row.Fence, run.Fence)
        .SetProperty(row => row.RunningKey, run.RunningKey);
}
