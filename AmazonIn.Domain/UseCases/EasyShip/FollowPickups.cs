using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>
/// Asks Amazon of each pickup that it still has to make, so that its shipment appears by itself. One that fails is asked
/// of again next time and stops no other, unless Amazon answers nothing about its whole channel.
/// </summary>
public sealed class FollowPickups(
    IPackageQueries packages, CheckPickup check, IPickupFaults faults, TimeProvider time)
{
    /// <summary>A parcel that Amazon has not taken for so long is asked of by people only.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <returns>Pickups that Amazon answered of.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var answered = 0;
        var closed = new HashSet<long>();
        foreach (var pickup in await packages.AwaitedPickupsAsync(time.GetUtcNow() - Patience, cancellationToken))
        {
            if (closed.Contains(pickup.ChannelId))
            {
                continue;
            }

            try
            {
                var seen = await check.RunAsync(Actor.System, pickup.PackageId, cancellationToken);
                if (seen.Succeeded)
                {
                    answered++;
                }
                else
                {
                    faults.Refused(pickup.PackageId, seen.Error);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception)
            {
                if (exception is MarketplaceThrottledException or MarketplaceUnauthorizedException)
                {
                    closed.Add(pickup.ChannelId);
                }

                faults.Faulted(pickup.PackageId, exception);
            }
        }

        return answered;
    }
}
