using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Label and invoice of an Easy Ship parcel: handed through from Amazon to the browser, kept by neither of us.</summary>
internal static class PickupDocumentEndpoint
{
    public static void MapPickupDocuments(this IEndpointRouteBuilder routes) => routes
        .MapGet("/packages/{id:long}/easy-ship/{document}", FetchAsync)
        .RequireAuthorization(Permission.PrintLabels)
        .RequireRateLimiting(RateLimits.Documents)
        .AddEndpointFilter<OwnPagesOnly>()
        .ExcludeFromDescription();

    public static string PathOf(long packageId, EasyShipDocument document) => string.Create(
        CultureInfo.InvariantCulture,
        $"/packages/{packageId}/easy-ship/{(document == EasyShipDocument.Invoice ? "invoice" : "label")}");

    private static async Task<IResult> FetchAsync(
        long id, string document, HttpContext context, PrintPickupDocument print, ICurrentActor current)
    {
        EasyShipDocument? wanted = document switch
        {
            "label" => EasyShipDocument.ShippingLabel,
            "invoice" => EasyShipDocument.Invoice,
            _ => null,
        };
        if (wanted is not { } kind)
        {
            return TypedResults.NotFound();
        }

        try
        {
            var made = await print.RunAsync(await current.GetAsync(), id, kind, context.RequestAborted);
            return made.Succeeded
                ? TypedResults.File(made.Value, "application/pdf", $"{document}-{id.ToString(CultureInfo.InvariantCulture)}.pdf")
                : Words(made.Error.Message, made.Error.Kind.ToStatusCode());
        }
        catch (MarketplaceException marketplace)
        {
            return Words(marketplace.Message, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ContentHttpResult Words(string message, int status) =>
        TypedResults.Text(message, "text/plain; charset=utf-8", statusCode: status);
}
