namespace AmazonIn.Domain.Orders;

/// <summary>
/// A tax amount that Amazon sent and that an edit sets to nothing, because it stands at zero percent (T5).
/// </summary>
/// <param name="LineId">The line that loses it.</param>
/// <param name="Sku">For people.</param>
/// <param name="Amount">What the line's tax was.</param>
public sealed record TaxLoss(long LineId, string Sku, decimal Amount);
