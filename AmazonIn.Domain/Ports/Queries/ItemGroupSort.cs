namespace AmazonIn.Domain.Ports.Queries;

public enum ItemGroupSort
{
    Title,
    ParentSku,
    Updated,
}
