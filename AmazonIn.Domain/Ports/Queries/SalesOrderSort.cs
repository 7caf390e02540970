namespace AmazonIn.Domain.Ports.Queries;

public enum SalesOrderSort
{
    OrderedAt,
    UpdatedAt,
    Total,
    Number,
    ShipBy,
}
