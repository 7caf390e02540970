using System.Runtime.CompilerServices;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Hands the trail out as a whole, newest first. That it was handed out is recorded before the first record is.</summary>
public sealed class ExportAuditTrail(IAuditQueries queries, IAuditTrail trail)
{
    public async Task<Result<AuditExport>> RunAsync(
        Actor actor, AuditFilter filter, CancellationToken cancellationToken)
    {
        if ((await trail.RequireAsync(actor, Permission.ViewAudit, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var entry = new AuditEntry(actor, AuditAction.ExportTrail, AuditOutcome.Granted, "audit", "The audit trail");
        await trail.RecordAsync(
            Named(filter).Aggregate(entry, (made, part) => made.With(part.Name, part.Value)), cancellationToken);
        return new AuditExport(ReadAsync(filter, CancellationToken.None));
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
            ("search", filter.Search),
        };
        return parts.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));
    }

    private async IAsyncEnumerable<AuditRecord> ReadAsync(
        AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? after = null;
        do
        {
            var page = await queries.ListAsync(
                filter, new PageRequest(PageRequest.MaxTake, AfterId: after) { ByCursor = true }, cancellationToken);
            foreach (var record in page.Items)
            {
                yield return record;
            }

            after = page.NextAfterId;
        }
        while (after is not null);
    }
}
