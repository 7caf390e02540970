namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>What to change of a channel; what is left out stays.</summary>
internal sealed record ChannelChangeBody(string? Name, bool? StockSync)
{
    /// <summary>The warehouse to map; null, when sent, takes the mapping away.</summary>
    public long? WarehouseId
    {
        get;
        init
        {
            field = value;
            MapsWarehouse = true;
        }
    }

    /// <summary>Whether the call names a warehouse at all, if only to take it away.</summary>
    internal bool MapsWarehouse { get; private init; }
}
