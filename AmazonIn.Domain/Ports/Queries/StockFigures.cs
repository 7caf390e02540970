namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Units over all warehouses.</summary>
public sealed record StockFigures(int OnHand, int Reserved)
{
    public int Available => OnHand - Reserved;
}
