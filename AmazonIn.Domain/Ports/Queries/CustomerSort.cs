namespace AmazonIn.Domain.Ports.Queries;

public enum CustomerSort
{
    LastOrderAt,
    FirstOrderAt,
    Id,
}
