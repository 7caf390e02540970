namespace AmazonIn.Domain.Ports.Queries;

public enum SearchHitKind
{
    Item,
    ItemGroup,
    SalesOrder,
}
