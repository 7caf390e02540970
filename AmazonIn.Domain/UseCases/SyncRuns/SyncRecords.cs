using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>How the audit trail names a sync that a person asked for.</summary>
internal static class SyncRecords
{
    /// <param name="runId">Null where there is no run yet.</param>
    public static AuditEntry Entry(Actor actor, string action, long? runId) =>
        runId is null
            ? new(actor, action, AuditOutcome.Granted, "run", "New runs")
            : new(actor, action, AuditOutcome.Granted, string.Create(CultureInfo.InvariantCulture, $"run:{runId}"), $"Run {runId}");
}
