using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Exports;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Hands the trail out as a whole, newest first. That it was handed out is recorded before the first record is.</summary>
public sealed class ExportAuditTrail(IAuditQueries queries, IAuditTrail trail)
{
    public async Task<Result<ExportedRows<AuditRecord>>> RunAsync(
        Actor actor, AuditFilter filter, CancellationToken cancellationToken)
    {
        if ((await trail.RequireAsync(actor, Permission.ViewAudit, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var entry = new AuditEntry(actor, AuditAction.ExportTrail, AuditOutcome.Granted, "audit", "The audit trail");
        await trail.RecordAsync(
            Named(filter).Aggregate(entry, (made, part) => made.With(part.Name, part.Value)), cancellationToken);
        return new ExportedRows<AuditRecord>(
            WholeList.ReadAsync((page, token) => queries.ListAsync(filter, page, token), CancellationToken.None));
    }

    private static IEnumerable<(string Name, string Value)> Named(AuditFilter filter)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("from", filter.From?.UtcDateTime.ToString("O")),
            ("to", filter.To?.UtcDateTime.ToString("O")),
            ("actor", filter.Actor),
            ("action", filter.Action),
            ("outcome", filter.Outcome?.ToString()),
            ("subject", filter.Subject),
            // Not what was searched for: people search for names.
            ("search", filter.Search is null ? null : "given"),
            ("origin", filter.Origin),
        };
        return parts.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));
    }
}
