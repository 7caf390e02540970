using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Shipping;

/// <summary>A parcel's outer dimensions in centimetres and its weight in grams.</summary>
public sealed record ParcelSize(decimal LengthCm, decimal WidthCm, decimal HeightCm, int WeightGrams)
{
    /// <summary>More than any parcel that a van takes: catches millimetres typed for centimetres.</summary>
    public const int MostCm = 300;

    /// <summary>Amazon's least weight (Easy Ship 2022-03-23, <c>WeightValue</c>).</summary>
    public const int LeastGrams = 11;

    /// <summary>As <see cref="MostCm"/>, for a weight.</summary>
    public const int MostGrams = 100_000;

    /// <summary>What is wrong with the figures, in words; null where nothing is.</summary>
    public Error? Check() =>
        IsLength(LengthCm) && IsLength(WidthCm) && IsLength(HeightCm)
            ? WeightGrams is >= LeastGrams and <= MostGrams ? null : Weight
            : Dimensions;

    private static Error Dimensions => new(
        "parcel.dimensions",
        $"Enter length, width and height of the packed parcel in centimetres, each above 0 and at most {MostCm}, with at most "
        + "two decimals.");

    private static Error Weight => new(
        "parcel.weight", $"Enter the weight of the packed parcel in grams: {LeastGrams} to {MostGrams}.");

    private static bool IsLength(decimal value) => value is > 0 and <= MostCm && decimal.Round(value, 2) == value;
}
