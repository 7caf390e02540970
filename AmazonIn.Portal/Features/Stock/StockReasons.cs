namespace AmazonIn.Portal.Features.Stock;

/// <summary>Reasons to choose from; any other can be typed.</summary>
internal static class StockReasons
{
    public static IReadOnlyList<string> Common { get; } =
        ["Counted", "Goods received", "Damaged", "Lost", "Found", "Returned by a buyer"];
}
