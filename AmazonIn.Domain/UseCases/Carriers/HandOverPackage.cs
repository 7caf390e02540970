using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Carriers;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Contacts;

namespace AmazonIn.Domain.UseCases.Carriers;

/// <summary>
/// The one way in which a carrier is told of a parcel (X5). The record comes first, with the names of the fields and none
/// of their values; the contact is opened only for a carrier that declares a personal field; the carrier gets what it
/// declares and nothing else.
/// </summary>
public sealed class HandOverPackage(ContactRelease contacts, IAuditTrail audit)
{
    /// <param name="terms">What the person says of the parcel.</param>
    public async Task<Result<HandedOver>> RunAsync(
        Actor actor,
        SalesOrder order,
        Package package,
        ICarrierService carrier,
        ParcelTerms terms,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ShipOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.HandOver, order, package)
                .With("carrier", carrier.Code)
                .With("fields", carrier.Needs.ToString()),
            () => HandOverAsync(actor, order, package, carrier, terms, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<HandedOver>> HandOverAsync(
        Actor actor,
        SalesOrder order,
        Package package,
        ICarrierService carrier,
        ParcelTerms terms,
        CancellationToken cancellationToken)
    {
        ContactAddress? recipient = null;
        if ((carrier.Needs & ConsignmentField.Personal) != 0)
        {
            var opened = await contacts.OpenAsync(actor, ContactUse.HandOver, order.Id, reason: null, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Error;
            }

            recipient = opened.Value.DeliveryAddress;
            if (recipient is null)
            {
                return CarrierErrors.NoRecipient;
            }
        }

        return await carrier.HandOverAsync(Minimized(order, package, carrier.Needs, terms, recipient), cancellationToken);
    }

    private static Consignment Minimized(
        SalesOrder order, Package package, ConsignmentField needs, ParcelTerms terms, ContactAddress? recipient)
    {
        T? If<T>(ConsignmentField field, T? value) => needs.HasFlag(field) ? value : default;
        var lines = package.Lines.ToDictionary(packed => order.Lines.Single(line => line.Id == packed.OrderLineId), packed => packed.Quantity);
        return new Consignment
        {
            Package = package.Number,
            RecipientName = If(ConsignmentField.RecipientName, recipient?.Name),
            RecipientAddress = If(ConsignmentField.RecipientAddress, recipient is null ? null : recipient with { Name = null, Phone = null }),
            RecipientPhone = If(ConsignmentField.RecipientPhone, recipient?.Phone),
            Size = If(ConsignmentField.Size, terms.Size),
            Contents = If<IReadOnlyList<ConsignedItem>>(
                ConsignmentField.Contents,
                [.. lines.Select(line => new ConsignedItem(line.Key.Sku, line.Key.Title, line.Value))]),
            DeclaredValue = If(ConsignmentField.DeclaredValue, ValueOf(order, lines)),
            Order = If(
                ConsignmentField.MarketplaceOrder,
                terms.Channel is { } channel && order.AmazonOrderId is { } orderId
                    ? new ConsignedOrder(
                        channel, orderId, [.. lines.Keys.Where(line => !line.AddedByHand).Select(line => line.OrderItemId)])
                    : null),
            Slot = If(ConsignmentField.Slot, terms.Slot),
        };
    }

    /// <summary>The packed part of what the lines cost; null where a line's price is not known.</summary>
    private static Money? ValueOf(SalesOrder order, Dictionary<OrderLine, int> lines) =>
        lines.Keys.All(line => line is { Total: not null, Quantity: > 0 })
            ? new Money(lines.Sum(line => decimal.Round(line.Key.Total!.Value * line.Value / line.Key.Quantity, 2)), order.Currency)
            : null;
}
