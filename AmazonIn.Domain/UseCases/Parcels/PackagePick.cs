using System.Globalization;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.UseCases.Parcels;

/// <summary>A package with its order, before anything personal is opened.</summary>
internal sealed record PackagePick(PackageRow Package, SalesOrderDetails Order)
{
    /// <summary>The packages in the order asked for, each once.</summary>
    public static async Task<Result<IReadOnlyList<PackagePick>>> FindAsync(
        IReadOnlyList<long> packageIds,
        IPackageQueries packages,
        ISalesOrderQueries orders,
        CancellationToken cancellationToken)
    {
        var ids = packageIds.Distinct().ToList();
        if (ids.Count is 0 or > PrintSlips.Most)
        {
            return ids.Count == 0 ? ParcelErrors.Nothing : ParcelErrors.TooMany;
        }

        var found = await packages.FindManyAsync(ids, cancellationToken);
        if (found.Count < ids.Count)
        {
            return Error.NotFound("The package");
        }

        var details = await orders.FindManyAsync([.. found.Select(package => package.SalesOrderId).Distinct()], cancellationToken);
        var byId = details.ToDictionary(order => order.Order.Id);
        return found.All(package => byId.ContainsKey(package.SalesOrderId))
            ? found.Select(package => new PackagePick(package, byId[package.SalesOrderId])).ToList()
            : Error.NotFound("The sales order");
    }

    /// <summary>Why there is no recipient to open, in a sentence; null where there may be one.</summary>
    public string? WithoutRecipient(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Order.ContactGoneAt(now) is { } gone)
        {
            var day = TimeZoneInfo.ConvertTime(gone, zone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
            return $"The recipient's details were deleted on {day}, as Amazon requires.";
        }

        return Order.HasContact ? null
            : Order.Order.AmazonOrderId is null ? "The order was made by hand, so the portal holds no recipient for it."
            : "Amazon sent no recipient for this order.";
    }
}
