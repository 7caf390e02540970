using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.SyncHistory;

/// <summary>What is said of a run in more than one place.</summary>
internal static class RunWords
{
    /// <summary>How long it took, or has taken so far.</summary>
    public static string Duration(RunSummary run, DateTimeOffset now) => run.StartedAt is not { } started
        ? IndianFormat.Nothing
        : IndianFormat.Duration((run.EndedAt ?? now) - started);

    public static string When(RunSummary run, DisplaySettings display) =>
        IndianFormat.DateAndTime(run.StartedAt ?? run.RequestedAt, display.Zone);

    public static string ResyncExplained(RunSummary run) =>
        $"Fetches the {SyncWords.Count(run.Module, run.Synced + run.NotSynced)} of this run again, synced or not";
}
