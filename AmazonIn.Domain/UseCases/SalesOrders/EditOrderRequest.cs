using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>An order as a person wants it.</summary>
/// <param name="Version">Of the order that the person had before them.</param>
/// <param name="Lines">All lines that stay, and new ones.</param>
/// <param name="Place">Where the goods go; null leaves it.</param>
/// <param name="WarehouseId">Where the order is tracked; null leaves it.</param>
/// <param name="ConfirmedLosses">The plan of lost tax that the person saw and agreed to (T5); empty where there is none.</param>
public sealed record EditOrderRequest(
    long OrderId,
    int Version,
    IReadOnlyList<LineEdit> Lines,
    PlaceOfSupply? Place,
    long? WarehouseId,
    IReadOnlyList<TaxLoss> ConfirmedLosses);
