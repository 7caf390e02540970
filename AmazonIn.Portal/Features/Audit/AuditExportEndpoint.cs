using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Portal.Features.Exports;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Audit;

/// <summary>The trail as a file, narrowed as the screen is. A download is an HTTP answer, no circuit's business.</summary>
internal static class AuditExportEndpoint
{
    public const string Path = "/audit/export";

    // Times with all their digits, since the hashes are over them.
    private static readonly ExportColumn<AuditRecord>[] Columns =
    [
        new("Sequence", record => TableCell.Of(record.Sequence)),
        new("At (UTC)", record => TableCell.Of(record.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))),
        new("Actor", record => TableCell.Of(record.ActorId)),
        new("Actor name", record => TableCell.Of(record.ActorName)),
        new("Origin", record => TableCell.Of(record.Origin)),
        new("Action", record => TableCell.Of(record.Action)),
        new("Outcome", record => TableCell.Of(record.Outcome.ToString())),
        new("Subject", record => TableCell.Of(record.Subject)),
        new("Subject in words", record => TableCell.Of(record.SubjectText)),
        new("Reason", record => TableCell.Of(record.Reason)),
        new("Details", record => TableCell.Of(record.Details)),
        new("Version", record => TableCell.Of(record.Version)),
        new("Previous hash", record => TableCell.Of(record.PreviousHash)),
        new("Hash", record => TableCell.Of(record.Hash)),
    ];

    public static void MapAuditExport(this IEndpointRouteBuilder routes) => routes.MapGet(Path, ExportAsync)
        .RequireAuthorization(Permission.ViewAudit)
        .RequireRateLimiting(RateLimits.Documents)
        .ExcludeFromDescription();

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> ExportAsync(
        HttpContext context, ExportAuditTrail export, ICurrentActor current, TableFile file)
    {
        var request = await file.ReadAsync(context);
        var exported = await export.RunAsync(
            await current.GetAsync(), AuditFilters.From(request.Query, request.Zone), context.RequestAborted);
        return exported.Succeeded
            ? file.Of(request, "audit-trail", "Audit trail", TableFormat.Csv, Columns, exported.Value.Rows)
            : TypedResults.Forbid();
    }
}
