namespace AmazonIn.Domain.Ports.Queries;

public enum ShipmentSort
{
    Number,
    ShippedAt,
}
