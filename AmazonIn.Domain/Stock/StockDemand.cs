namespace AmazonIn.Domain.Stock;

/// <summary>
/// What one line of an order wants of our stock now. Saying it twice changes nothing: the ledger moves by the
/// difference to what the line has claimed before.
/// </summary>
public sealed record StockDemand
{
    /// <summary>The order, the same whether it is still pending at Amazon or a sales order already.</summary>
    public required string OrderKey { get; init; }

    /// <summary>The line within the order.</summary>
    public required string LineKey { get; init; }

    /// <summary>Null where the SKU is none of our items, or the units are Amazon's own: nothing is wanted.</summary>
    public required long? ItemId { get; init; }

    public required long WarehouseId { get; init; }

    /// <summary>Units sold and not yet shipped.</summary>
    public required int Reserved { get; init; }

    /// <summary>Units that left the warehouse; null leaves it at what left before.</summary>
    public required int? Taken { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When the source said so; an older demand never undoes a newer one.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>The channel it was sold on; null for an order made by hand.</summary>
    public long? ChannelId { get; init; }

    /// <summary>What people know the order by.</summary>
    public required string Reference { get; init; }
}
