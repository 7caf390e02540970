using System.Globalization;
using System.Text.RegularExpressions;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>
/// Finds packages and shipments by what a person typed: a number with its letters, an Amazon order id or its beginning,
/// or part of a tracking number.
/// </summary>
internal static partial class ShippingSearch
{
    public static IQueryable<Package> Packages(PortalDbContext context, IQueryable<Package> packages, string text)
    {
        if (ReadNumber(text) is { } number)
        {
            return number.Kind switch
            {
                "PKG" => packages.Where(package => package.Id == number.Id),
                "SHP" => packages.Where(package => package.Shipment!.Id == number.Id),
                _ => packages.Where(package => package.SalesOrderId == number.Id),
            };
        }

        if (AmazonId().IsMatch(text))
        {
            var orders = Orders(context, text);
            return packages.Where(package => orders.Contains(package.SalesOrderId));
        }

        var tracked = context.Shipments.Mentioning(text, shipment => shipment.TrackingNumber)
            .Select(shipment => shipment.PackageId);
        return packages.Where(package => tracked.Contains(package.Id));
    }

    public static IQueryable<Shipment> Shipments(PortalDbContext context, IQueryable<Shipment> shipments, string text)
    {
        if (ReadNumber(text) is { } number)
        {
            return number.Kind switch
            {
                "SHP" => shipments.Where(shipment => shipment.Id == number.Id),
                "PKG" => shipments.Where(shipment => shipment.PackageId == number.Id),
                _ => shipments.Where(shipment => context.Packages.Any(package =>
                    package.Id == shipment.PackageId && package.SalesOrderId == number.Id)),
            };
        }

        if (AmazonId().IsMatch(text))
        {
            var orders = Orders(context, text);
            return shipments.Where(shipment => context.Packages.Any(package =>
                package.Id == shipment.PackageId && orders.Contains(package.SalesOrderId)));
        }

        return shipments.Mentioning(text, shipment => shipment.TrackingNumber);
    }

    private static IQueryable<long> Orders(PortalDbContext context, string text) => context.SalesOrders
        .Within(KeyRange.StartingWith(text), order => order.AmazonOrderId)
        .Select(order => order.Id);

    private static (string Kind, long Id)? ReadNumber(string text)
    {
        var match = Number().Match(text);
        return match.Success
            && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? (match.Groups["kind"].Value.ToUpperInvariant(), id)
                : null;
    }

    [GeneratedRegex("^(?<kind>PKG|SHP|SO)-?(?<id>[0-9]{1,18})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^[0-9]{3}-[0-9]{0,7}(-[0-9]{0,7})?$", RegexOptions.CultureInvariant)]
    private static partial Regex AmazonId();
}
