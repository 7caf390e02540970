using System.Globalization;
using System.Text;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Who has access, as a file for the review's records.</summary>
internal static class AccessExportEndpoint
{
    public const string Path = "/settings/security/access.csv";

    private static readonly string[] Heading =
        ["Id", "Name", "E-mail or key", "Role or scopes", "State", "Since (UTC)", "Last seen (UTC)", "Second factor", "Trained on"];

    public static void MapAccessExport(this IEndpointRouteBuilder routes) => routes.MapGet(Path, ExportAsync)
        .RequireAuthorization(Permission.ManageUsers)
        .RequireRateLimiting(RateLimits.Documents)
        .ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, ForbidHttpResult>> ExportAsync(
        HttpContext context, ExportAccess export, ICurrentActor current, TimeProvider time)
    {
        var exported = await export.RunAsync(await current.GetAsync(), context.RequestAborted);
        if (!exported.Succeeded)
        {
            return TypedResults.Forbid();
        }

        // With a byte order mark: without one, spreadsheets take the text for another encoding.
        var lines = new[] { Csv.TextLine(Heading) }.Concat(exported.Value.Select(line => Csv.TextLine(Cells(line))));
        var text = '\uFEFF' + string.Concat(lines.Select(line => line + "\r\n"));
        return TypedResults.File(
            Encoding.UTF8.GetBytes(text),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"access-{time.GetUtcNow().UtcDateTime:yyyy-MM-dd}.csv"));
    }

    private static IEnumerable<string> Cells(AccessLine line) =>
    [
        line.Id,
        line.Name,
        line.Detail,
        line.Rights,
        line.State ?? "Active",
        Text(line.Since),
        line.LastSeenAt is { } seen ? Text(seen) : "never",
        line.SecondFactor switch { true => "on", false => "off", null => "not applicable" },
        line.TrainedOn?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty,
    ];

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
