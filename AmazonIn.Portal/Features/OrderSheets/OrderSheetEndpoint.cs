using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.OrderSheets;

/// <summary>The sales order as PDF (O4). Like the screen it shows nothing personal: the query port has none to give (X4).</summary>
internal static class OrderSheetEndpoint
{
    private const string Route = "/sales-orders/{id:long}/pdf";

    public static string PathOf(long orderId) => $"/sales-orders/{orderId}/pdf";

    public static void MapOrderSheet(this IEndpointRouteBuilder pages) => pages.MapGet(Route, PrintAsync)
        .RequireAuthorization(Permission.ViewOrders)
        .RequireRateLimiting(RateLimits.Documents)
        .ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> PrintAsync(
        long id,
        HttpContext context,
        ISalesOrderQueries orders,
        IOrganisationStore organisations,
        IOrderSheetPrinter printer,
        ICurrentActor current,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(id, cancellationToken) is not { } details)
        {
            return TypedResults.NotFound();
        }

        var organisation = await organisations.FindAsync(cancellationToken);
        var actor = await current.GetAsync();
        var sheet = OrderSheets.Of(details, organisation, actor.Name, time.GetUtcNow());
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{details.Order.Number}.pdf\"";
        return TypedResults.File(printer.Print(sheet), "application/pdf");
    }
}
