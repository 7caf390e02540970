using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Carriers;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Domain.UseCases.Carriers;

/// <summary>
/// Amazon Easy Ship. It gets no recipient from us: Amazon has the buyer's address and prints it on its own label.
/// </summary>
public sealed class EasyShipCarrier(IMarketplaceEasyShip marketplace) : ICarrierService
{
    public string Code => "amazon-easy-ship";

    public ConsignmentField Needs => ConsignmentField.MarketplaceOrder | ConsignmentField.Slot;

    public async Task<Result<HandedOver>> HandOverAsync(Consignment consignment, CancellationToken cancellationToken)
    {
        if (consignment is not { Order: { } order, Slot: { } slot })
        {
            throw new DomainRuleException("easy-ship.consignment", "Easy Ship collects an order in a slot; one of them is missing.");
        }

        var scheduled = await marketplace.ScheduleAsync(
            order.Channel, new PickupBooking(order.OrderId, order.ItemIds, slot, consignment.Package), cancellationToken);
        return scheduled.Succeeded ? new HandedOver(scheduled.Value) : scheduled.Error;
    }
}
