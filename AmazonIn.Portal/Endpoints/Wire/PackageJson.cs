using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A package. Nothing personal is here: who it goes to is on its label (X4).</summary>
/// <param name="Reference">Amazon's <c>packageReferenceId</c>.</param>
internal sealed record PackageJson(
    long Id,
    string Number,
    long SalesOrderId,
    string SalesOrderNumber,
    string? AmazonOrderId,
    long? ChannelId,
    int Reference,
    DateTimeOffset PackedAt,
    IReadOnlyList<PackageLineJson> Lines,
    ShipmentJson? Shipment)
{
    public static PackageJson Of(PackageRow package) => new(
        package.Id,
        package.Number,
        package.SalesOrderId,
        package.OrderNumber,
        package.AmazonOrderId,
        package.ChannelId,
        package.Reference,
        package.PackedAt,
        [.. package.Lines.Select(line => new PackageLineJson(line.LineId, line.Sku, line.Quantity))],
        package.Shipment is { } shipment ? ShipmentJson.Of(shipment) : null);
}

internal sealed record PackageLineJson(long LineId, string Sku, int Quantity);
