using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>
/// Changes an order's lines, place of supply or warehouse (O4). A change of rates that would take Amazon's tax from
/// other lines is refused until exactly that plan is confirmed (T5).
/// </summary>
public sealed class EditOrder(
    IOrderStore orders,
    IOrganisationStore organisations,
    IItemQueries items,
    IWarehouseQueries warehouses,
    IOutboxSignal outbox,
    PrivacySettings privacy,
    TimeProvider time)
{
    public async Task<Result> RunAsync(Actor actor, EditOrderRequest request, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
        {
            return forbidden;
        }

        if (await orders.FindAsync(request.OrderId, cancellationToken) is not { } file)
        {
            return Error.NotFound("The sales order");
        }

        if (await organisations.FindAsync(cancellationToken) is not { HomeState: { } home })
        {
            return OrderErrors.HomeStateMissing;
        }

        if (file.Order.Version != request.Version)
        {
            return OrderErrors.Changed;
        }

        var known = await OrderItems.FindAsync(
            items, request.Lines.Where(line => line.LineId == 0), cancellationToken);
        if (!known.Succeeded)
        {
            return known.Error;
        }

        if (Check(file, request, known.Value) is { } refusal
            || (refusal = await CheckWarehouseAsync(file, request.WarehouseId, cancellationToken)) is not null)
        {
            return refusal;
        }

        return await SaveAsync(file, request, home, known.Value, cancellationToken);
    }

    private async Task<Result> SaveAsync(
        OrderFile file,
        EditOrderRequest request,
        GstState home,
        Dictionary<long, SoldItem> known,
        CancellationToken cancellationToken)
    {
        var order = file.Order;
        var place = request.Place ?? order.Place;
        var lines = request.Lines.Select(line => new EditedLine(LineOf(order, line)?.Figures, line)).ToList();
        var skus = lines.ConvertAll(line => line.Before?.Sku ?? known[line.Wanted.ItemId!.Value].Sku);
        if (OrderEditCheck.Of(lines, skus, place) is { } badFigure)
        {
            return badFigure;
        }

        var outcome = OrderEditPolicy.Apply(lines, order.Place, place, home, order.OrderCharges);
        if (OrderEditCheck.Of(outcome, skus) is { } badSum)
        {
            return badSum;
        }

        if (!outcome.Losses.ToHashSet().SetEquals(request.ConfirmedLosses))
        {
            return OrderErrors.TaxWouldBeLost(Words(outcome.Losses, order.Currency));
        }

        if (place != order.Place)
        {
            order.ChoosePlace(place);
        }

        order.Edit(outcome, known);
        order.Recount(LastShipped(file.Packages), privacy.RetentionDays);
        order.TrackIn(request.WarehouseId ?? order.WarehouseId);
        try
        {
            await orders.SaveAsync(order, file.Packages, cancellationToken);
        }
        catch (ConcurrentChangeException)
        {
            return OrderErrors.Changed;
        }

        outbox.Ring();
        return Result.Success;
    }

    private static Error? Check(OrderFile file, EditOrderRequest request, Dictionary<long, SoldItem> known)
    {
        var order = file.Order;
        if (order.Status == OrderStatus.Void)
        {
            return OrderErrors.IsVoid;
        }

        if (request.Lines.Count == 0)
        {
            return OrderErrors.NoLines;
        }

        if (request.Place is { Unknown: true } && !order.Place.Unknown)
        {
            return OrderErrors.PlaceMissing;
        }

        var named = request.Lines.Where(line => line.LineId != 0).Select(line => line.LineId).ToList();
        if (named.Count != named.Distinct().Count() || named.Exists(id => order.Lines.All(line => line.Id != id)))
        {
            return OrderErrors.LineGone;
        }

        var packed = file.Packages.SelectMany(package => package.Lines)
            .GroupBy(line => line.OrderLineId)
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        foreach (var line in order.Lines)
        {
            var wanted = request.Lines.FirstOrDefault(edit => edit.LineId == line.Id);
            var gone = Math.Max(packed.GetValueOrDefault(line.Id), line.QuantityFulfilled);
            if (wanted is null && !line.AddedByHand)
            {
                return OrderErrors.LineOfAmazon(line.Sku);
            }

            if ((wanted?.Quantity ?? 0) != line.Quantity)
            {
                if (order.Status == OrderStatus.Fulfilled)
                {
                    return OrderErrors.QuantityAfterFulfilment(line.Sku);
                }

                if (gone > 0 && (wanted?.Quantity ?? 0) < Math.Min(gone, line.Quantity))
                {
                    return OrderErrors.BelowPacked(line.Sku, gone);
                }
            }
        }

        return order.Status == OrderStatus.Fulfilled && request.Lines.FirstOrDefault(line => line.LineId == 0) is { } added
            ? OrderErrors.QuantityAfterFulfilment(known[added.ItemId!.Value].Sku)
            : null;
    }

    private async Task<Error?> CheckWarehouseAsync(OrderFile file, long? warehouseId, CancellationToken cancellationToken)
    {
        if (warehouseId is not { } wanted || wanted == file.Order.WarehouseId)
        {
            return null;
        }

        return file.Order.FulfilledBy == FulfilledBy.Amazon ? OrderErrors.WarehouseOfAmazon
            : file.Packages.Count > 0 || !file.Order.IsOpen || file.Order.Lines.Any(line => line.QuantityFulfilled > 0)
            ? OrderErrors.WarehouseInUse
            : (await warehouses.ListAsync(cancellationToken)).All(warehouse => warehouse.Id != wanted)
            ? Error.NotFound("The warehouse")
            : null;
    }

    private static OrderLine? LineOf(SalesOrder order, LineEdit edit) =>
        edit.LineId == 0 ? null : order.Lines.First(line => line.Id == edit.LineId);

    private DateTimeOffset LastShipped(IEnumerable<Package> packages) =>
        packages.Max(package => package.Shipment?.ShippedAt) ?? time.GetUtcNow();

    private static string Words(IEnumerable<TaxLoss> losses, string currency) =>
        losses.Any()
            ? string.Join(", ", losses.Select(loss => string.Create(
                CultureInfo.InvariantCulture, $"{currency} {loss.Amount:0.00##} of {loss.Sku}")))
            : "none now, although one was confirmed";
}
