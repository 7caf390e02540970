using System.Globalization;
using System.Text;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Audit;

/// <summary>The trail as a file, narrowed as the screen is. A download is an HTTP answer, no circuit's business.</summary>
internal static class AuditExportEndpoint
{
    public const string Path = "/audit/export";

    private static readonly string[] Heading =
    [
        "Sequence", "At (UTC)", "Actor", "Actor name", "Origin", "Action", "Outcome", "Subject", "Subject in words", "Reason",
        "Details", "Version", "Previous hash", "Hash",
    ];

    public static void MapAuditExport(this IEndpointRouteBuilder routes) => routes.MapGet(Path, ExportAsync)
        .RequireAuthorization(Permission.ViewAudit)
        .RequireRateLimiting(RateLimits.Documents)
        .ExcludeFromDescription();

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> ExportAsync(
        HttpContext context,
        ExportAuditTrail export,
        ICurrentActor current,
        IOrganisationStore organisations,
        TimeProvider time)
    {
        var organisation = await organisations.FindAsync(context.RequestAborted);
        var zone = organisation is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone);
        var query = ListQuery.Parse(context.Request.QueryString.Value ?? string.Empty);
        var exported = await export.RunAsync(
            await current.GetAsync(), AuditFilters.From(query, zone), context.RequestAborted);
        if (!exported.Succeeded)
        {
            return TypedResults.Forbid();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"audit-trail-{time.GetUtcNow().UtcDateTime:yyyy-MM-dd}.csv");
        return TypedResults.Stream(
            stream => WriteAsync(stream, exported.Value.Rows, context.RequestAborted), "text/csv; charset=utf-8", name);
    }

    // With a byte order mark: without one, spreadsheets take the text for another encoding.
    private static async Task WriteAsync(
        Stream stream, IAsyncEnumerable<AuditRecord> records, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(
            stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Csv.TextLine(Heading).AsMemory(), cancellationToken);
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(Csv.TextLine(Cells(record)).AsMemory(), cancellationToken);
        }
    }

    private static IEnumerable<string> Cells(AuditRecord record) =>
    [
        record.Sequence.ToString(CultureInfo.InvariantCulture),
        record.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        record.ActorId,
        record.ActorName,
        record.Origin,
        record.Action,
        record.Outcome.ToString(),
        record.Subject,
        record.SubjectText,
        record.Reason ?? string.Empty,
        record.Details,
        record.Version.ToString(CultureInfo.InvariantCulture),
        record.PreviousHash,
        record.Hash,
    ];
}
