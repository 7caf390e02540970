using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Reads of shipments for screens and the REST API alike: no personal data, by type (X4).</summary>
public interface IShipmentQueries
{
    Task<PageOf<ShipmentRow>> ListAsync(
        ShipmentFilter filter, SortBy<ShipmentSort> sort, PageRequest page, CancellationToken cancellationToken);

    /// <param name="since">When the organisation's day began.</param>
    Task<ShipmentStatus> StatusAsync(long channelId, DateTimeOffset since, CancellationToken cancellationToken);
}
