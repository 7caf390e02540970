using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Stock;

/// <summary>What an adjustment comes to.</summary>
/// <param name="Before">Units on hand in the warehouse before.</param>
/// <param name="After">Units on hand afterwards; as before where it is refused.</param>
/// <param name="Refusal">Why nothing was changed; null where it was.</param>
public sealed record AdjustmentOutcome(StockAdjustment Adjustment, int Before, int After, Error? Refusal);
