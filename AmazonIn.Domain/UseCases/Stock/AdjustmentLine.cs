using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>One line of an adjustment file, and what it comes to.</summary>
/// <param name="Line">In the file, from 1; the heading is line 1.</param>
/// <param name="Before">Units on hand before; null where the line is not understood.</param>
/// <param name="After">Units on hand afterwards; null where the line changes nothing.</param>
/// <param name="Problem">Why the line changes nothing; null where it is good.</param>
public sealed record AdjustmentLine(
    int Line, string Sku, string Warehouse, int? Before, int? After, string Reason, Error? Problem);
