using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Runs as history, progress and channel pages show them.</summary>
internal static class RunRows
{
    /// <summary>Runs that wait, run, or go on after an interruption.</summary>
    public static IQueryable<SyncRun> Active(this IQueryable<SyncRun> runs) => runs.Where(run =>
        run.State == RunState.Requested || run.State == RunState.Running || run.State == RunState.Interrupted);

    /// <summary>In no order.</summary>
    public static async Task<IReadOnlyList<RunSummary>> ReadAsync(
        PortalDbContext context, IQueryable<SyncRun> runs, CancellationToken cancellationToken) => await runs
            .Join(
                context.Channels,
                run => run.ChannelId,
                channel => channel.Id,
                (run, channel) => new RunSummary(
                    run.Id,
                    run.Module,
                    run.ChannelId,
                    channel.Name,
                    run.Trigger,
                    run.RequestedBy,
                    run.State,
                    run.RequestedAt,
                    run.StartedAt,
                    run.EndedAt,
                    run.Synced,
                    run.NotSynced,
                    run.PassedOver,
                    run.ExpectedTotal,
                    run.Message,
                    run.WaitingUntil,
                    run.CancelRequested,
                    run.ResyncOfRunId))
            .ToListAsync(cancellationToken);
}
