namespace AmazonIn.Infrastructure.Sandbox.Orders;

internal sealed record OrderPackage
{
    public required string ReferenceId { get; init; }

    public DateTimeOffset? Created { get; init; }

    public required string Status { get; init; }

    public string? DetailedStatus { get; init; }

    public string? Carrier { get; init; }

    public DateTimeOffset? Shipped { get; init; }

    public string? Service { get; init; }

    public string? TrackingNumber { get; init; }

    public IReadOnlyList<(string OrderItemId, int Quantity)> Items { get; init; } = [];
}
