using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>A line as it stands, for the arithmetic of an edit.</summary>
public sealed record LineFigures(
    string Sku,
    int Quantity,
    decimal? UnitPrice,
    LineAmounts Amounts,
    decimal? Tax,
    IReadOnlyList<TaxAmount> Taxes,
    decimal? Total)
{
    /// <summary>The rate of the whole tax in percent, its components together; zero is how Amazon's amounts stand.</summary>
    public decimal Rate => Taxes.Sum(tax => tax.Rate);
}
