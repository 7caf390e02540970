using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Stock;

/// <summary>By how much an adjustment moves what is on hand, and which ones are refused.</summary>
public static class StockAdjustmentPolicy
{
    /// <summary>The most that a warehouse may hold of an item, in units. More is a slip of the finger.</summary>
    public const int MaxUnits = 1_000_000;

    /// <summary>What is wrong with an adjustment whatever is on hand; null where nothing is.</summary>
    public static Error? Check(int? quantity, int? delta) => (quantity, delta) switch
    {
        (null, null) or ({ }, { }) => new Error(
            "stock.quantity-or-delta", "Give either the quantity on hand or the difference: not both, and not neither."),
        (< 0, _) => new Error("stock.negative", "A quantity on hand is 0 or more."),
        (_, 0) => new Error("stock.no-change", "A difference of 0 changes nothing."),
        (> MaxUnits, _) or (_, > MaxUnits or < -MaxUnits) => TooMany(),
        _ => null,
    };

    /// <param name="onHand">What is on hand now.</param>
    /// <param name="quantity">What is there; null where the difference is given.</param>
    /// <param name="delta">The difference; null where the quantity is given.</param>
    /// <returns>The change of what is on hand; zero where the quantity is right already.</returns>
    public static Result<int> Decide(int onHand, int? quantity, int? delta)
    {
        if (Check(quantity, delta) is { } wrong)
        {
            return wrong;
        }

        var change = quantity - onHand ?? delta!.Value;
        return (onHand + change) switch
        {
            < 0 => new Error(
                "stock.negative",
                $"{onHand} on hand and a difference of {change} would be less than nothing. Count again and give the quantity."),
            > MaxUnits => TooMany(),
            _ => change,
        };
    }

    private static Error TooMany() =>
        new("stock.too-many", "At most 1,000,000 units of an item can be in a warehouse. Check the number.");
}
