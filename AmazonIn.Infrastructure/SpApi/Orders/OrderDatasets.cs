namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Which parts of an order are asked for. Amazon has answered 400 to a single dataset for days (models issue 5365), so
/// there are steps down; without FULFILLMENT an order has no status.
/// </summary>
internal static class OrderDatasets
{
    private static readonly string[][] _steps =
    [
        ["BUYER", "RECIPIENT", "PROCEEDS", "PROMOTION", "CANCELLATION", "FULFILLMENT", "PACKAGES", "TAX", "PAYMENT"],
        ["BUYER", "RECIPIENT", "PROCEEDS", "FULFILLMENT"],
        ["BUYER", "RECIPIENT", "PROCEEDS", "CANCELLATION", "PACKAGES"],
    ];

    public static int LastStep => _steps.Length - 1;

    /// <param name="step">0 asks for everything.</param>
    public static IReadOnlyList<string> At(int step) => _steps[step];
}
