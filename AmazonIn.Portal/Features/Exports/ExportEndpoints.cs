using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Customers;
using AmazonIn.Portal.Features.SalesOrders;
using AmazonIn.Portal.Features.Shipping;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Lists of sales as files, narrowed as on the screen, without personal data: the query ports have none (X4).</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder pages)
    {
        var exports = pages.MapGroup(string.Empty)
            .RequireAuthorization(Permission.ViewOrders)
            .RequireRateLimiting(RateLimits.Documents)
            .ExcludeFromDescription();
        exports.MapGet(ExportLinks.SalesOrders, OrdersAsync);
        exports.MapGet(ExportLinks.Packages, PackagesAsync);
        exports.MapGet(ExportLinks.Shipments, ShipmentsAsync);
        exports.MapGet(ExportLinks.Customers, CustomersAsync);
    }

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> OrdersAsync(
        HttpContext context, TableFile files, ExportFile file, ISalesOrderQueries orders)
    {
        var request = await files.ReadAsync(context);
        var filter = OrderFilters.From(request.Query, request.Zone);
        return await file.WriteAsync(
            request, "sales-orders", "Sales orders", LoadAsync, OrderColumns.RowsOf, OrderColumns.Of(request.Zone));

        async Task<PageOf<SalesOrderDetails>> LoadAsync(PageRequest page, CancellationToken cancellationToken)
        {
            var rows = await orders.ListAsync(
                filter, new SortBy<SalesOrderSort>(SalesOrderSort.OrderedAt), page, cancellationToken);
            var details = await orders.FindManyAsync([.. rows.Items.Select(row => row.Id)], cancellationToken);
            return new PageOf<SalesOrderDetails>(details, rows.Total, rows.NextAfterId);
        }
    }

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> PackagesAsync(
        HttpContext context, TableFile files, ExportFile file, IPackageQueries packages)
    {
        var request = await files.ReadAsync(context);
        var filter = ShippingFilters.Packages(request.Query);
        var sort = new SortBy<PackageSort>(PackageSort.Number);
        return await file.WriteAsync(
            request,
            "packages",
            "Packages",
            (page, cancellationToken) => packages.ListAsync(filter, sort, page, cancellationToken),
            ParcelColumns.RowsOf,
            ParcelColumns.OfPackages(request.Zone));
    }

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> ShipmentsAsync(
        HttpContext context, TableFile files, ExportFile file, IShipmentQueries shipments)
    {
        var request = await files.ReadAsync(context);
        var filter = ShippingFilters.Shipments(request.Query);
        var sort = new SortBy<ShipmentSort>(ShipmentSort.Number);
        return await file.WriteAsync(
            request,
            "shipments",
            "Shipments",
            (page, cancellationToken) => shipments.ListAsync(filter, sort, page, cancellationToken),
            shipment => [shipment],
            ParcelColumns.OfShipments(request.Zone));
    }

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> CustomersAsync(
        HttpContext context, TableFile files, ExportFile file, ICustomerQueries customers)
    {
        var request = await files.ReadAsync(context);
        var filter = CustomerFilters.From(request.Query);
        var sort = new SortBy<CustomerSort>(CustomerSort.Id);
        return await file.WriteAsync(
            request,
            "customers",
            "Customers",
            (page, cancellationToken) => customers.ListAsync(filter, sort, page, cancellationToken),
            customer => [customer],
            CustomerColumns.Of(request.Zone));
    }
}
