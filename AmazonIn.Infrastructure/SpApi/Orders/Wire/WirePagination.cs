namespace AmazonIn.Infrastructure.SpApi.Orders.Wire;

internal sealed record WirePagination
{
    public string? NextToken { get; init; }
}
