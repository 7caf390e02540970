namespace AmazonIn.Domain.Ports.Queries;

public enum StockSort
{
    Sku,
    Title,
    OnHand,
    Reserved,
    Available,
}
