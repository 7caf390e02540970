using AmazonIn.Domain.Common;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>The reason that every change by hand carries.</summary>
internal static class StockReason
{
    public static Result Check(string? reason) =>
        reason?.Trim().Length is > 0 and <= StockMovement.ReasonMaxLength ? Result.Success : StockErrors.ReasonMissing;
}
