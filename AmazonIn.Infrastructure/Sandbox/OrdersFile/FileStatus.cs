using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

/// <summary>
/// What an order status of the All Orders report means. The list of texts is open, so texts map by prefix.
/// </summary>
/// <param name="Status">The status of the Orders API; an unknown text becomes one nobody has heard of.</param>
/// <param name="Rank">How far an order has come: of mixed lines the highest counts, and cancelled is lowest.</param>
/// <param name="EasyShip">Whether the text alone says that Amazon collects the parcel.</param>
/// <param name="PackageStatus">The status of the parcel, where the text says more than "shipped".</param>
/// <param name="DetailedStatus">The stage of the parcel.</param>
internal sealed record FileStatus(
    string Status,
    int Rank,
    bool EasyShip = false,
    string? PackageStatus = null,
    string? DetailedStatus = null)
{
    private static readonly ConcurrentDictionary<string, FileStatus> Known = new(StringComparer.Ordinal);

    public static FileStatus Of(string text) => Known.GetOrAdd(text, Map);

    private static FileStatus Map(string text) => text.ToUpperInvariant() switch
    {
        "PENDING - WAITING FOR PICK UP" => new("UNSHIPPED", 3, EasyShip: true, "PENDING", "PENDING_PICK_UP"),
        "SHIPPED - PICKED UP" => Shipped("IN_TRANSIT", "PICKED_UP"),
        "SHIPPED - OUT FOR DELIVERY" => Shipped("IN_TRANSIT", "OUT_FOR_DELIVERY"),
        "SHIPPED - DELIVERED TO BUYER" => Shipped("DELIVERED", "DELIVERED"),
        "SHIPPED - REJECTED BY BUYER" => Shipped("UNDELIVERABLE", "REJECTED_BY_BUYER"),
        "SHIPPED - RETURNING TO SELLER" => Shipped("IN_TRANSIT", "RETURNING_TO_SELLER"),
        "SHIPPED - RETURNED TO SELLER" => Shipped("UNDELIVERABLE", "RETURNED_TO_SELLER"),
        "SHIPPED - LOST IN TRANSIT" => Shipped("UNDELIVERABLE", "LOST"),
        "SHIPPED - DAMAGED" => Shipped("UNDELIVERABLE", "DAMAGED"),
        var shipped when shipped.StartsWith("SHIPPED", StringComparison.Ordinal) || shipped == "SHIPPING" =>
            new("SHIPPED", 5),
        "PARTIALLY SHIPPED" or "PARTIALLYSHIPPED" => new("PARTIALLY_SHIPPED", 4),
        "UNSHIPPED" => new("UNSHIPPED", 3),
        "PENDING" => new("PENDING", 2),
        "PENDING AVAILABILITY" or "PENDINGAVAILABILITY" => new("PENDING_AVAILABILITY", 1),
        "CANCELLED" or "CANCELED" => new("CANCELLED", 0),
        "UNFULFILLABLE" => new("UNFULFILLABLE", 1),
        var unknown => new(unknown.Replace(' ', '_'), 1),
    };

    private static FileStatus Shipped(string packageStatus, string detailedStatus) =>
        new("SHIPPED", 5, PackageStatus: packageStatus, DetailedStatus: detailedStatus);
}
