namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A sales order made by hand.</summary>
/// <param name="CustomerId">None is a walk-in.</param>
/// <param name="WarehouseId">None is the primary one.</param>
/// <param name="PlaceOfSupply">A GST state code, or <c>abroad</c>.</param>
internal sealed record SalesOrderBody(
    long? CustomerId,
    long? WarehouseId,
    string? PlaceOfSupply,
    IReadOnlyList<SalesOrderLineBody>? Lines);
