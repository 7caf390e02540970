using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>The filters and the order of searchListingsItems, read by Amazon's rules.</summary>
internal sealed class ListingSearch
{
    /// <summary>Amazon pages through this many of a query's results and no further.</summary>
    public const int Reach = 1000;

    private static readonly HashSet<string> IdentifierTypes = new(StringComparer.Ordinal)
    {
        "ASIN", "EAN", "FNSKU", "GTIN", "ISBN", "JAN", "MINSAN", "SKU", "UPC",
    };

    private static readonly HashSet<string> Severities = new(StringComparer.Ordinal) { "WARNING", "ERROR" };
    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal) { "BUYABLE", "DISCOVERABLE" };
    private static readonly HashSet<string> Orders = new(StringComparer.Ordinal) { "ASC", "DESC" };

    private static readonly HashSet<string> Sorts =
        new(StringComparer.Ordinal) { "sku", "createdDate", "lastUpdatedDate" };

    private readonly IReadOnlyList<string> identifiers;
    private readonly string? identifiersType;
    private readonly string? parentSku;
    private readonly DateTimeOffset? createdAfter;
    private readonly DateTimeOffset? createdBefore;
    private readonly DateTimeOffset? updatedAfter;
    private readonly DateTimeOffset? updatedBefore;
    private readonly IReadOnlyList<string> severities;
    private readonly IReadOnlyList<string> withStatus;
    private readonly IReadOnlyList<string> withoutStatus;
    private readonly ListingSort sort;
    private readonly bool ascending;

    private ListingSearch(ApiCall call)
    {
        var query = call.Query;
        MarketplaceFilter.Read(call, required: true, most: int.MaxValue);
        identifiers = query.List("identifiers", 20);
        identifiersType = query.OneOf("identifiersType", IdentifierTypes);
        parentSku = query.Text("variationParentSku");
        createdAfter = query.Time("createdAfter");
        createdBefore = query.Time("createdBefore");
        updatedAfter = query.Time("lastUpdatedAfter");
        updatedBefore = query.Time("lastUpdatedBefore");
        severities = query.List("withIssueSeverity", Severities);
        withStatus = query.List("withStatus", Statuses);
        withoutStatus = query.List("withoutStatus", Statuses);
        sort = query.OneOf("sortBy", Sorts) switch
        {
            "sku" => ListingSort.Sku,
            "createdDate" => ListingSort.Created,
            _ => ListingSort.LastUpdated,
        };
        ascending = query.OneOf("sortOrder", Orders) == "ASC";
        PageSize = query.Number("pageSize", 1, 20, 10);
        Datasets = ListingDatasets.OrSummaries(query.List("includedData", ListingDatasets.All));
    }

    public int PageSize { get; }

    public IReadOnlyCollection<string> Datasets { get; }

    /// <summary>What a page token was made for; the page's size and the datasets may change.</summary>
    public string Fingerprint => string.Join('|',
    [
        string.Join(',', identifiers),
        identifiersType,
        parentSku,
        Text(createdAfter),
        Text(createdBefore),
        Text(updatedAfter),
        Text(updatedBefore),
        string.Join(',', severities),
        string.Join(',', withStatus),
        string.Join(',', withoutStatus),
        sort.ToString(),
        ascending.ToString(),
    ]);

    public static ListingSearch Read(ApiCall call)
    {
        var search = new ListingSearch(call);
        if (search.identifiers.Count > 0 != search.identifiersType is not null)
        {
            throw ApiException.InvalidInput("identifiers and identifiersType must be given together.");
        }

        var exclusive = (search.identifiers.Count > 0 ? 1 : 0)
            + (search.parentSku is not null ? 1 : 0)
            + (call.Query.Has("packageHierarchySku") ? 1 : 0);
        if (exclusive > 1)
        {
            throw ApiException.InvalidInput(
                "Only one of identifiers, variationParentSku and packageHierarchySku may be given.");
        }

        return search;
    }

    public List<Listing> Run(ListingCatalog catalog)
    {
        List<Listing> found;
        if (identifiersType == "SKU")
        {
            var skus = identifiers.Distinct(StringComparer.Ordinal);
            found = [.. skus.Select(catalog.Find).OfType<Listing>().Where(Matches)];
        }
        else
        {
            found = [.. catalog.Sorted(sort).Where(Matches)];
            if (!ascending)
            {
                found.Reverse();
            }
        }

        return found;
    }

    private bool Matches(Listing listing) =>
        (identifiersType switch
        {
            null or "SKU" => true,
            "ASIN" => identifiers.Contains(listing.Asin),
            "FNSKU" => listing.FulfilledByAmazon && identifiers.Contains("X00" + listing.Asin[3..]),
            _ => false, // the demo products have no trade numbers
        })
        && (parentSku is null || listing.ParentSku == parentSku)
        && (createdAfter is null || listing.Created >= createdAfter)
        && (createdBefore is null || listing.Created <= createdBefore)
        && (updatedAfter is null || listing.LastUpdated >= updatedAfter)
        && (updatedBefore is null || listing.LastUpdated <= updatedBefore)
        && (severities.Count == 0 || listing.Issues.Any(issue => severities.Contains(issue.Severity)))
        && withStatus.All(status => HasStatus(listing, status))
        && !withoutStatus.Any(status => HasStatus(listing, status));

    private static bool HasStatus(Listing listing, string status) =>
        status == "BUYABLE" ? listing.Buyable : listing.Discoverable;

    private static string Text(DateTimeOffset? time) =>
        time?.Ticks.ToString(CultureInfo.InvariantCulture) ?? "";
}
