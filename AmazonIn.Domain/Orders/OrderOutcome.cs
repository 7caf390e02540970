namespace AmazonIn.Domain.Orders;

/// <summary>What an order comes to by an edit; nothing is saved yet.</summary>
/// <param name="Lines">In the order of the edit.</param>
/// <param name="Taxable">What tax is charged on.</param>
/// <param name="Tax">All lines together.</param>
/// <param name="Total">Lines and the charges of the whole order.</param>
public sealed record OrderOutcome(IReadOnlyList<LineOutcome> Lines, decimal Taxable, decimal Tax, decimal Total)
{
    /// <summary>The plan that a person confirms before a partial change of rates is saved (T5).</summary>
    public IReadOnlyList<TaxLoss> Losses => [.. Lines.Select(line => line.Loss).OfType<TaxLoss>()];
}
