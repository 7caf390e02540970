using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Domain.UseCases.Parcels;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AmazonIn.Portal.Features.Parcels;

/// <summary>
/// Slips and labels, the two documents with recipients (H2). Made for this one answer; shown in the browser instead of
/// saved, and kept by nobody on the way. Not below the REST API's path, so no API key opens them.
/// </summary>
internal static class ParcelEndpoints
{
    public static void MapParcels(this IEndpointRouteBuilder pages)
    {
        var parcels = pages.MapGroup(string.Empty)
            .RequireAuthorization(Permission.PrintLabels)
            .RequireRateLimiting(RateLimits.Documents)
            .AddEndpointFilter<OwnPagesOnly>()
            .ExcludeFromDescription();
        parcels.MapGet(ParcelLinks.Slips, SlipsAsync);
        parcels.MapGet(ParcelLinks.Labels, LabelsAsync);
    }

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> SlipsAsync(
        HttpContext context,
        [FromQuery(Name = ParcelLinks.PackageKey)] long[] packages,
        PrintSlips print,
        ICurrentActor current,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        Answer(context, await print.RunAsync(await current.GetAsync(), packages, cancellationToken), "slips", time);

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> LabelsAsync(
        HttpContext context,
        [FromQuery(Name = ParcelLinks.PackageKey)] long[] packages,
        [FromQuery(Name = ParcelLinks.PaperKey)] LabelPaper? paper,
        PrintLabels print,
        ICurrentActor current,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var printed = await print.RunAsync(
            await current.GetAsync(), packages, paper ?? LabelPaper.FourBySix, cancellationToken);
        return Answer(context, printed, "labels", time);
    }

    private static Results<FileContentHttpResult, ContentHttpResult> Answer(
        HttpContext context, Result<byte[]> printed, string name, TimeProvider time)
    {
        if (!printed.Succeeded)
        {
            return TypedResults.Text(printed.Error.Message, statusCode: printed.Error.Kind.ToStatusCode());
        }

        context.Response.Headers.ContentDisposition =
            string.Create(CultureInfo.InvariantCulture, $"inline; filename=\"{name}-{time.GetUtcNow():yyyy-MM-dd}.pdf\"");
        return TypedResults.File(printed.Value, "application/pdf");
    }
}
