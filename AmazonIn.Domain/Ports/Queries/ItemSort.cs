namespace AmazonIn.Domain.Ports.Queries;

public enum ItemSort
{
    Sku,
    Title,
    Price,
    Updated,
}
