using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>One run of one module of one channel.</summary>
internal sealed record RunJson(
    long Id,
    SyncModule Module,
    long ChannelId,
    RunTrigger Trigger,
    RunState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int Synced,
    int NotSynced,
    string? Message)
{
    public static RunJson Of(RunSummary run) => new(
        run.Id,
        run.Module,
        run.ChannelId,
        run.Trigger,
        run.State,
        run.RequestedAt,
        run.StartedAt,
        run.EndedAt,
        run.Synced,
        run.NotSynced,
        run.Message);

    public static RunJson Of(SyncRun run) => new(
        run.Id,
        run.Module,
        run.ChannelId,
        run.Trigger,
        run.State,
        run.RequestedAt,
        run.StartedAt,
        run.EndedAt,
        run.Synced,
        run.NotSynced,
        run.Message);
}
