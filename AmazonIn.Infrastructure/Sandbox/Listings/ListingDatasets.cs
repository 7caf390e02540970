namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>The names of the datasets a caller may ask for of a listing.</summary>
internal static class ListingDatasets
{
    public const string Summaries = "summaries";
    public const string Attributes = "attributes";
    public const string Issues = "issues";
    public const string Offers = "offers";
    public const string FulfillmentAvailability = "fulfillmentAvailability";
    public const string Procurement = "procurement";
    public const string Relationships = "relationships";
    public const string ProductTypes = "productTypes";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        Summaries,
        Attributes,
        Issues,
        Offers,
        FulfillmentAvailability,
        Procurement,
        Relationships,
        ProductTypes,
    };

    public static IReadOnlyCollection<string> OrSummaries(IReadOnlyList<string> asked) =>
        asked.Count > 0 ? asked : [Summaries];
}
