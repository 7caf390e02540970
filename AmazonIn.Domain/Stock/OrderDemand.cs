namespace AmazonIn.Domain.Stock;

/// <summary>What an order wants of our stock now, with all its lines: one that is not named wants nothing any more.</summary>
public sealed record OrderDemand(string OrderKey, string Reference, DateTimeOffset SaidAt, IReadOnlyList<StockDemand> Lines)
{
    /// <summary>The demand of a line that the order no longer has.</summary>
    public StockDemand Gone(StockClaim claim) => new()
    {
        OrderKey = OrderKey,
        LineKey = claim.LineKey,
        ItemId = null,
        WarehouseId = claim.WarehouseId,
        Reserved = 0,
        Taken = null,
        OrderedAt = SaidAt,
        SaidAt = SaidAt,
        Reference = Reference,
    };
}
