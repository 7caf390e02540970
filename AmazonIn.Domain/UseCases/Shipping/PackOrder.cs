using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Packs part or all of an order into one parcel (H1). Stock and status stay until the parcel leaves.</summary>
public sealed class PackOrder(IOrderStore orders, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<Package>> RunAsync(
        Actor actor, long orderId, IReadOnlyList<PackRequestLine> lines, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ShipOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
        {
            return ShippingErrors.NoOrder;
        }

        if (OrderSaving.WhyNotPacked(file.Order) is { } refusal)
        {
            return refusal;
        }

        if (Check(file, lines) is { } wrong)
        {
            return wrong;
        }

        var package = new Package(
            orderId,
            PackingPolicy.NextReference(file.Packages),
            lines.Select(line => new PackageLine(line.LineId, line.Quantity)),
            actor.Name,
            time.GetUtcNow());
        var entry = AuditedOrder.Entry(actor, AuditAction.PackOrder, file.Order);
        return await audit.ActAsync(
            entry,
            () => orders.TrySaveAsync(
                file with { Packages = [.. file.Packages, package] }, package, cancellationToken),
            packed => entry.With("package", packed.Number),
            cancellationToken);
    }

    private static Error? Check(OrderFile file, IReadOnlyList<PackRequestLine> lines)
    {
        if (lines.Count == 0)
        {
            return ShippingErrors.NoLines;
        }

        if (lines.DistinctBy(line => line.LineId).Count() != lines.Count)
        {
            return ShippingErrors.LineTwice;
        }

        foreach (var asked in lines)
        {
            if (file.Order.Lines.FirstOrDefault(line => line.Id == asked.LineId) is not { } line)
            {
                return ShippingErrors.UnknownLine;
            }

            if (asked.Quantity < 1)
            {
                return ShippingErrors.NotAQuantity(line.Sku);
            }

            var left = PackingPolicy.LeftToPack(line, file.Packages);
            if (asked.Quantity > left)
            {
                return ShippingErrors.TooMany(line.Sku, asked.Quantity, left, line.Quantity);
            }
        }

        return null;
    }
}
