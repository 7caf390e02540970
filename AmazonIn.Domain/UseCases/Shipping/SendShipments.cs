using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Outbox;

namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>
/// Confirms shipments to Amazon, one call a package, and reads them back. Amazon's answer is recorded in a transaction
/// of its own; where that fails, the call is repeated with the same package reference, which changes nothing there.
/// </summary>
public sealed class SendShipments(IShipmentOutbox outbox, IMarketplaceShipments marketplace, TimeProvider time) : IOutboxSender
{
    // A turn's worth, so that the lease is renewed and other channels have their turn.
    private const int Batch = 50;

    public string Kind => "shipments";

    public async Task SendAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        var connection = ChannelConnection.To(channel);
        foreach (var id in await outbox.DueAsync(channel.Id, time.GetUtcNow(), Batch, cancellationToken))
        {
            if (await outbox.BeginAsync(id, time.GetUtcNow(), cancellationToken) is { } outgoing
                && !await TellAsync(connection, outgoing, cancellationToken))
            {
                break;
            }
        }

        foreach (var id in await outbox.ToReadBackAsync(channel.Id, time.GetUtcNow(), Batch, cancellationToken))
        {
            if (await outbox.FindAsync(id, cancellationToken) is { } accepted
                && !await ReadBackAsync(connection, accepted, cancellationToken))
            {
                break;
            }
        }
    }

    /// <returns>Whether Amazon answered; without an answer the others wait for the next turn.</returns>
    private async Task<bool> TellAsync(
        ChannelConnection connection, OutgoingShipment outgoing, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await marketplace.ConfirmAsync(connection, outgoing.Package, cancellationToken);
            var now = time.GetUtcNow();
            await outbox.RecordAsync(
                outgoing.ShipmentId,
                shipment =>
                {
                    if (answer.Refusal is { } reason)
                    {
                        shipment.Refuse(outgoing.Change, reason, answer.RequestId, outgoing.First, now);
                    }
                    else
                    {
                        shipment.Accept(outgoing.Change, answer.RequestId, ReadBackPolicy.FirstAfter(now), now);
                    }
                },
                cancellationToken);
            return true;
        }
        catch (MarketplaceThrottledException throttled)
        {
            await LaterAsync(outgoing, throttled, throttled.RetryAfter, cancellationToken);
            return false;
        }
        catch (MarketplaceUnavailableException unavailable)
        {
            await LaterAsync(outgoing, unavailable, TimeSpan.Zero, cancellationToken);
            return false;
        }
    }

    private Task LaterAsync(
        OutgoingShipment outgoing, MarketplaceException failure, TimeSpan atLeast, CancellationToken cancellationToken)
    {
        var own = ConfirmationBackOff.After(outgoing.Attempts + 1);
        var notBefore = time.GetUtcNow() + (own > atLeast ? own : atLeast);
        return outbox.RecordAsync(
            outgoing.ShipmentId,
            shipment => shipment.RetryLater(outgoing.Change, failure.Message, notBefore),
            cancellationToken);
    }

    private async Task<bool> ReadBackAsync(
        ChannelConnection connection, OutgoingShipment accepted, CancellationToken cancellationToken)
    {
        try
        {
            var shown = await marketplace.ReadPackagesAsync(connection, accepted.Package.OrderId, cancellationToken);
            await FoundAsync(accepted, PackageComparison.Difference(accepted.Package, shown), cancellationToken);
            return true;
        }
        catch (MarketplaceRejectedException rejected)
        {
            await FoundAsync(accepted, $"The package could not be read back. {rejected.Message}", cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is MarketplaceThrottledException or MarketplaceUnavailableException)
        {
            var wait = (failure as MarketplaceThrottledException)?.RetryAfter ?? TimeSpan.Zero;
            var again = ReadBackPolicy.AgainAfterFailure(time.GetUtcNow() + wait);
            await outbox.RecordAsync(
                accepted.ShipmentId,
                shipment =>
                {
                    if (shipment.Change == accepted.Change && shipment.State == ConfirmationState.Accepted)
                    {
                        shipment.LookLater(again);
                    }
                },
                cancellationToken);
            return false;
        }
    }

    private Task FoundAsync(OutgoingShipment accepted, string? difference, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return outbox.RecordAsync(
            accepted.ShipmentId,
            shipment =>
            {
                if (shipment.Change == accepted.Change && shipment.State == ConfirmationState.Accepted)
                {
                    shipment.ReadBack(difference, ReadBackPolicy.NextAfter(accepted.ReadBacks + 1, now), now);
                }
            },
            cancellationToken);
    }
}
