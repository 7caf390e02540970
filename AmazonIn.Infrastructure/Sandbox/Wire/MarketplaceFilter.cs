namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>Reads marketplace ids; one that the seller has no part in is refused, as Amazon does.</summary>
internal static class MarketplaceFilter
{
    public static IReadOnlyList<string> Read(ApiCall call, bool required, int most)
    {
        var ids = call.Query.List("marketplaceIds", most);
        if (ids.Count == 0 && required)
        {
            throw ApiException.InvalidInput("marketplaceIds is required.");
        }

        Check(call.Seller, ids);
        return ids;
    }

    public static void Check(SellerAccount seller, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (!seller.Marketplaces.Any(marketplace => marketplace.Id == id))
            {
                throw new ApiException(ApiError.Denied($"The seller does not participate in marketplace {id}."));
            }
        }
    }
}
