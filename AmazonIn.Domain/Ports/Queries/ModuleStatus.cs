using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>How a module of a channel stands: its totals, its active run and its last ended one.</summary>
/// <param name="Module">Items or orders.</param>
/// <param name="Stored">Listings or sales orders that the channel has with us.</param>
/// <param name="NotSynced">Records that wait to be fetched again or were parked.</param>
/// <param name="ActiveRun">Requested, running or interrupted; null when idle.</param>
/// <param name="LastRun">The latest ended run.</param>
/// <param name="NextDueAt">When the schedule runs it next.</param>
public sealed record ModuleStatus(
    SyncModule Module,
    int Stored,
    int NotSynced,
    RunSummary? ActiveRun,
    RunSummary? LastRun,
    DateTimeOffset? NextDueAt);
