namespace AmazonIn.Domain.Shipping;

/// <summary>Units of one order line in a package.</summary>
public sealed class PackageLine
{
    private PackageLine()
    {
    }

    public PackageLine(long orderLineId, int quantity)
    {
        OrderLineId = orderLineId;
        Quantity = quantity;
    }

    public long Id { get; private set; }

    public long PackageId { get; private set; }

    public long OrderLineId { get; private set; }

    /// <summary>1 or more.</summary>
    public int Quantity { get; private set; }
}
