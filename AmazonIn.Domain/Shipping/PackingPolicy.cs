using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Shipping;

/// <summary>How many units of an order's lines are in packages, and how many may still be packed.</summary>
public static class PackingPolicy
{
    /// <summary>Units of a line that may still be packed: ordered, less packed, less what left elsewhere.</summary>
    public static int LeftToPack(OrderLine line, IEnumerable<Package> packages)
    {
        // What Amazon counts as shipped beyond our own shipments left from Seller Central.
        var elsewhere = Math.Max(0, line.QuantityFulfilledAtAmazon - line.QuantityShipped);
        return Math.Max(0, line.Quantity - Packed(line.Id, packages) - elsewhere);
    }

    /// <summary>Units by line id that have left in our own packages.</summary>
    public static IReadOnlyDictionary<long, int> Shipped(IEnumerable<Package> packages) => packages
        .Where(package => package.IsOut)
        .SelectMany(package => package.Lines)
        .GroupBy(line => line.OrderLineId)
        .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Quantity));

    /// <summary>The reference of the next package. Those of packages that Amazon may know are never given twice.</summary>
    public static int NextReference(IEnumerable<Package> packages) =>
        packages.Select(package => package.Reference).DefaultIfEmpty().Max() + 1;

    private static int Packed(long lineId, IEnumerable<Package> packages) => packages
        .SelectMany(package => package.Lines)
        .Where(line => line.OrderLineId == lineId)
        .Sum(line => line.Quantity);
}
