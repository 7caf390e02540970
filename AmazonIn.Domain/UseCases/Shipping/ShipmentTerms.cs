using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Reads what a person says of a shipment into what is booked, or says what is wrong with it.</summary>
public sealed class ShipmentTerms(
    ICarrierStore carriers, IOrganisationStore organisations, IChannelStore channels, TimeProvider time)
{
    /// <summary>A shipment's particulars, checked.</summary>
    public sealed record Checked(string CarrierCode, string? CarrierName, string TrackingNumber, DateTimeOffset ShippedAt);

    public async Task<Result<Checked>> ReadAsync(SalesOrder order, ShipmentRequest request, CancellationToken cancellationToken)
    {
        var carrier = await CarrierAsync(request, cancellationToken);
        if (!carrier.Succeeded)
        {
            return carrier.Error;
        }

        if (TrackingNumber.Read(request.TrackingNumber) is not { } number)
        {
            return ShippingErrors.TrackingNumber;
        }

        var organisation = await organisations.FindAsync(cancellationToken);
        var zone = organisation is not null && TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        return ShipDatePolicy.Book(request.ShippedAt, order.OrderedAt, time.GetUtcNow(), zone) is { } shippedAt
            ? new Checked(carrier.Value.Code, carrier.Value.Name, number, shippedAt)
            : ShippingErrors.ShipDate;
    }

    /// <summary>Whether Amazon is to be told: the order is one of a channel's that is still connected.</summary>
    public async Task<bool> AmazonWaitsAsync(SalesOrder order, CancellationToken cancellationToken) =>
        order is { ChannelId: { } channelId, AmazonOrderId: not null }
        && await channels.FindAsync(channelId, cancellationToken) is { State: not ChannelState.Disconnected };

    private async Task<Result<(string Code, string? Name)>> CarrierAsync(
        ShipmentRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Carrier.Trim();
        var known = await carriers.ListAsync(cancellationToken);
        if (known.FirstOrDefault(one => one.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { } ours)
        {
            return (ours.AmazonCode, ours.AmazonCode == Carrier.OtherCode ? ours.Name : null);
        }

        if (asked == Carrier.OtherCode)
        {
            return request.CarrierName?.Trim() is { Length: > 0 and <= Shipment.CarrierNameMaxLength } name
                ? (asked, name)
                : ShippingErrors.CarrierNameNeeded;
        }

        return Carrier.AmazonCodes.Contains(asked, StringComparer.Ordinal)
            || known.Any(one => one.AmazonCode.Equals(asked, StringComparison.Ordinal))
                ? (asked, (string?)null)
                : ShippingErrors.UnknownCarrier(asked);
    }
}
