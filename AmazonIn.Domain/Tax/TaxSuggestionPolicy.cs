namespace AmazonIn.Domain.Tax;

/// <summary>Reads the statutory slab out of the tax amount that Amazon sent (T6).</summary>
public static class TaxSuggestionPolicy
{
    /// <summary>In rupees: Amazon rounds each amount to the paisa.</summary>
    public const decimal Tolerance = 0.01m;

    /// <summary>
    /// The one slab above zero that makes <paramref name="tax"/> of <paramref name="taxableValue"/>, within a paisa.
    /// Null where none fits, or where the amounts are so small that several do: nothing is guessed.
    /// </summary>
    public static decimal? Suggest(decimal? tax, decimal? taxableValue)
    {
        if (tax is not > 0m || taxableValue is not > 0m)
        {
            return null;
        }

        var fitting = TaxRate.Slabs
            .Where(slab => slab != 0m && Math.Abs(
                Math.Round(taxableValue.Value * slab / 100m, 2, MidpointRounding.AwayFromZero) - tax.Value) <= Tolerance)
            .ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }
}
