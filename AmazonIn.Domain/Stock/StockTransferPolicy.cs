using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Stock;

/// <summary>Which transfers are refused: what is reserved for orders stays where it is.</summary>
public static class StockTransferPolicy
{
    /// <param name="available">Units available by item id in the warehouse that they leave.</param>
    public static Result Check(StockTransfer transfer, IReadOnlyDictionary<long, int> available)
    {
        foreach (var line in transfer.Lines)
        {
            var there = Math.Max(0, available.GetValueOrDefault(line.ItemId));
            if (line.Quantity > there)
            {
                return new Error(
                    "stock.not-available",
                    $"“{(line.Sku.Length <= 60 ? line.Sku : line.Sku[..60] + "…")}”: {there} available in {transfer.From.Name}, "
                    + $"{line.Quantity} to move. Units reserved for orders stay where they are.",
                    ErrorKind.Conflict);
            }
        }

        return Result.Success;
    }
}
