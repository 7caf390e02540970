namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>
/// Tells the marketplace of parcels that left, and reads what it shows of them. Waits for quotas by itself; what the
/// marketplace says no to is a value, everything else one of the other three <see cref="MarketplaceException"/>s.
/// </summary>
public interface IMarketplaceShipments
{
    /// <summary>
    /// Confirms one package. The same reference again edits that package, so that a call whose answer was lost may be
    /// repeated.
    /// </summary>
    Task<ConfirmationAnswer> ConfirmAsync(
        ChannelConnection channel, PackageConfirmation package, CancellationToken cancellationToken);

    /// <summary>The packages of an order as the marketplace shows them now, freshly read.</summary>
    Task<IReadOnlyList<MarketplacePackage>> ReadPackagesAsync(
        ChannelConnection channel, string orderId, CancellationToken cancellationToken);
}
