using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Exports;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Who has access, as a file for the review's records.</summary>
internal static class AccessExportEndpoint
{
    public const string Path = "/settings/security/access.csv";

    private static readonly ExportColumn<AccessLine>[] Columns =
    [
        new("Id", line => TableCell.Of(line.Id)),
        new("Name", line => TableCell.Of(line.Name)),
        new("E-mail or key", line => TableCell.Of(line.Detail)),
        new("Role or scopes", line => TableCell.Of(line.Rights)),
        new("State", line => TableCell.Of(line.State ?? "Active")),
        new("Since (UTC)", line => TableCell.At(line.Since, TimeZoneInfo.Utc)),
        new("Last seen (UTC)", line => line.LastSeenAt is { } seen ? TableCell.At(seen, TimeZoneInfo.Utc) : TableCell.Of("never")),
        new("Second factor", line => TableCell.Of(
            line.SecondFactor switch { true => "on", false => "off", null => "not applicable" })),
        new("Trained on", line => TableCell.Of(line.TrainedOn?.ToString("O", CultureInfo.InvariantCulture))),
    ];

    public static void MapAccessExport(this IEndpointRouteBuilder routes) => routes.MapGet(Path, ExportAsync)
        .RequireAuthorization(Permission.ManageUsers)
        .RequireRateLimiting(RateLimits.Documents)
        .ExcludeFromDescription();

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> ExportAsync(
        HttpContext context, ExportAccess export, ICurrentActor current, TableFile file)
    {
        var exported = await export.RunAsync(await current.GetAsync(), context.RequestAborted);
        return exported.Succeeded
            ? file.Of(
                new ExportRequest(context, ListQuery.Parse(string.Empty), TimeZoneInfo.Utc),
                "access",
                "Access",
                TableFormat.Csv,
                Columns,
                exported.Value.ToAsyncEnumerable())
            : TypedResults.Forbid();
    }
}
