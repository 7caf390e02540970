using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

/// <summary>Packages and shipments without the recipients' personal data: the query ports have none to give (X4).</summary>
internal static class PackagesEndpoints
{
    private const string Reading = "orders:read";
    private const string Writing = "orders:write";

    public static void MapPackages(this IEndpointRouteBuilder api)
    {
        var sales = api.MapGroup(string.Empty).WithTags("Sales");
        sales.MapGet("/packages", ListPackagesAsync)
            .Needs(Permission.ViewOrders, Reading)
            .TakesPage("channelId", "salesOrderId", "stage")
            .WithSummary("Packages with their shipments, newest first");
        sales.MapGet("/shipments", ListShipmentsAsync)
            .Needs(Permission.ViewOrders, Reading)
            .TakesPage("channelId", "salesOrderId", "confirmation")
            .WithSummary("Shipments and their confirmation to Amazon, newest first");
        sales.MapPost("/sales-orders/{id:long}/packages", PackAsync)
            .Needs(Permission.ShipOrders, Writing)
            .WithSummary("Pack part or all of an order")
            .Accepts<PackageBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        sales.MapPost("/packages/{id:long}/shipment", ShipAsync)
            .Needs(Permission.ShipOrders, Writing)
            .WithSummary("Ship a package; an Amazon order's is confirmed to Amazon right after")
            .Accepts<ShipmentBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<ListJson<PackageJson>>, ProblemHttpResult>> ListPackagesAsync(
        HttpContext context, IPackageQueries packages, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = new PackageFilter(
            ChannelId: query.Id("channelId"),
            Stage: query.Choice<PackageStage>("stage"),
            SalesOrderId: query.Id("salesOrderId"));
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await packages.ListAsync(filter, new SortBy<PackageSort>(PackageSort.Number), page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<PackageJson>([.. rows.Items.Select(PackageJson.Of)], Cursor.Of(rows.NextAfterId)));
    }

    private static async Task<Results<Ok<ListJson<ShipmentJson>>, ProblemHttpResult>> ListShipmentsAsync(
        HttpContext context, IShipmentQueries shipments, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = new ShipmentFilter(
            ChannelId: query.Id("channelId"),
            State: query.Choice<ConfirmationState>("confirmation"),
            SalesOrderId: query.Id("salesOrderId"));
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await shipments.ListAsync(filter, new SortBy<ShipmentSort>(ShipmentSort.Number), page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<ShipmentJson>([.. rows.Items.Select(ShipmentJson.Of)], Cursor.Of(rows.NextAfterId)));
    }

    private static async Task<Results<Created<PackageJson>, ProblemHttpResult>> PackAsync(
        long id,
        HttpContext context,
        ICurrentActor actors,
        PackOrder pack,
        IPackageQueries packages,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<PackageBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        if (read.Value.Lines is not { } lines)
        {
            return RequestBody.Missing("lines").ToProblem();
        }

        if (lines.Any(line => line is not { LineId: not null, Quantity: not null }))
        {
            return RequestBody.Refusal("Each of “lines” needs a lineId and a quantity.").ToProblem();
        }

        var packed = await pack.RunAsync(
            await actors.GetAsync(),
            id,
            [.. lines.Select(line => new PackRequestLine(line!.LineId!.Value, line.Quantity!.Value))],
            cancellationToken);
        return packed.Succeeded ? await MadeAsync(packages, packed.Value, cancellationToken) : packed.Error.ToProblem();
    }

    private static async Task<Results<Created<PackageJson>, ProblemHttpResult>> ShipAsync(
        long id,
        HttpContext context,
        ICurrentActor actors,
        CreateShipment ship,
        IPackageQueries packages,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<ShipmentBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        var body = read.Value;
        if (body.Carrier is not { } carrier)
        {
            return RequestBody.Missing("carrier").ToProblem();
        }

        if (body.TrackingNumber is not { } trackingNumber)
        {
            return RequestBody.Missing("trackingNumber").ToProblem();
        }

        if (body.ShippedAt is not { } shippedAt)
        {
            return RequestBody.Missing("shippedAt").ToProblem();
        }

        var shipped = await ship.RunAsync(
            await actors.GetAsync(),
            id,
            new ShipmentRequest(carrier, body.CarrierName, trackingNumber, shippedAt),
            cancellationToken);
        return shipped.Succeeded ? await MadeAsync(packages, shipped.Value, cancellationToken) : shipped.Error.ToProblem();
    }

    private static async Task<Results<Created<PackageJson>, ProblemHttpResult>> MadeAsync(
        IPackageQueries packages, Package package, CancellationToken cancellationToken) =>
        await packages.FindAsync(package.Id, cancellationToken) is { } row
            ? TypedResults.Created((string?)null, PackageJson.Of(row))
            : Error.NotFound("The package").ToProblem();
}
