namespace AmazonIn.Portal.Features.Stock;

/// <summary>What the person knows of the stock.</summary>
internal enum AdjustMode
{
    Quantity,
    Difference,
}
