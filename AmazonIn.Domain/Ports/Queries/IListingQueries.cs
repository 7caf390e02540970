using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Ports.Queries;

public interface IListingQueries
{
    /// <summary>Listings by SKU.</summary>
    Task<PageOf<ListingOverview>> ListAsync(ListingFilter filter, PageRequest page, CancellationToken cancellationToken);
}
