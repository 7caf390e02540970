namespace AmazonIn.Infrastructure.Sandbox.Listings;

internal enum ListingSort
{
    Sku,
    Created,
    LastUpdated,
}
