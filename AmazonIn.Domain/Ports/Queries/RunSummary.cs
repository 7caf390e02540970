using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A run as history and progress show it.</summary>
public sealed record RunSummary(
    long Id,
    SyncModule Module,
    long ChannelId,
    string ChannelName,
    RunTrigger Trigger,
    string RequestedBy,
    RunState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int Synced,
    int NotSynced,
    int PassedOver,
    int? ExpectedTotal,
    string? Message,
    DateTimeOffset? WaitingUntil,
    bool CancelRequested,
    long? ResyncOfRunId)
{
    public bool IsActive => State is RunState.Requested or RunState.Running or RunState.Interrupted;
}
