using AmazonIn.Domain.Common;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>Why stock is not changed.</summary>
public static class StockErrors
{
    public static Error ReasonMissing { get; } =
        new("stock.reason", $"Say why the stock changes, in at most {StockMovement.ReasonMaxLength} characters.");

    public static Error SameWarehouse { get; } =
        new("stock.same-warehouse", "Choose two different warehouses.");

    public static Error NothingToMove { get; } =
        new("stock.nothing-to-move", "Name at least one item to move.");

    public static Error WarehouseUnknown { get; } = Error.NotFound("The warehouse");

    public static Error SkuMissing { get; } = new("stock.sku", "Give the item's SKU.");

    public static Error SkuUnknown(string sku) => new(
        "stock.sku-unknown",
        $"No item has the SKU “{Clip(sku)}”. SKUs are compared letter by letter, with blanks and case.",
        ErrorKind.NotFound);

    public static Error FulfilledByAmazon(string sku) => new(
        "stock.fba",
        $"Amazon keeps and counts the stock of “{Clip(sku)}” (FBA), so it is not changed here. Change it in Seller Central.",
        ErrorKind.Conflict);

    public static Error SkuTwice(string sku) =>
        new("stock.sku-twice", $"“{Clip(sku)}” is named twice. Add its units up on one line.");

    public static Error UnitsToMove(string sku) => new(
        "stock.units",
        $"Of “{Clip(sku)}”, give the units to move: a whole number from 1 to 1,000,000.");

    private static string Clip(string sku) => sku.Length <= 60 ? sku : sku[..60] + "…";
}
