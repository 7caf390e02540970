using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>What a line comes to by an edit.</summary>
/// <param name="Wanted">The edit that led to it.</param>
/// <param name="Amounts">Before tax.</param>
/// <param name="Tax">All components together; null where Amazon sent none and none is asked for.</param>
/// <param name="Taxes">By component; empty while the place of supply is not known.</param>
/// <param name="Total">With tax; null while amounts are missing.</param>
/// <param name="Changed">Whether a figure differs from before: such a line is a person's from now on.</param>
/// <param name="Loss">Amazon's tax that goes to nothing, if any.</param>
public sealed record LineOutcome(
    LineEdit Wanted,
    LineAmounts Amounts,
    decimal? Tax,
    IReadOnlyList<TaxAmount> Taxes,
    decimal? Total,
    bool Changed,
    TaxLoss? Loss);
