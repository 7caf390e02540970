namespace AmazonIn.Infrastructure.SpApi.Quotas;

/// <summary>Amazon's default plans: the usage plan tables in the operation descriptions of its API models.</summary>
internal static class UsagePlans
{
    public static UsagePlan SearchOrders { get; } = new("searchOrders", 0.0056, 20);

    public static UsagePlan GetOrder { get; } = new("getOrder", 0.5, 30);

    public static UsagePlan ConfirmShipment { get; } = new("confirmShipment", 2, 10);

    public static UsagePlan SearchListingsItems { get; } = new("searchListingsItems", 5, 5);

    public static UsagePlan GetListingsItem { get; } = new("getListingsItem", 5, 10);

    public static UsagePlan PatchListingsItem { get; } = new("patchListingsItem", 5, 5);

    public static UsagePlan CreateReport { get; } = new("createReport", 0.0167, 15);

    public static UsagePlan GetReport { get; } = new("getReport", 2, 15);

    public static UsagePlan GetReportDocument { get; } = new("getReportDocument", 0.0167, 15);

    public static UsagePlan CreateFeedDocument { get; } = new("createFeedDocument", 0.5, 15);

    public static UsagePlan CreateFeed { get; } = new("createFeed", 0.0083, 15);

    /// <summary>
    /// Amazon takes five JSON_LISTINGS_FEED in five minutes, whatever is left of <see cref="CreateFeed"/>. A bucket of
    /// three that gets one back each 150 seconds never gives out more than five in any five minutes. No operation of
    /// Amazon's has this name.
    /// </summary>
    public static UsagePlan JsonListingsFeed { get; } = new("createListingsFeed", 1d / 150, 3);

    public static UsagePlan GetFeed { get; } = new("getFeed", 2, 15);

    public static UsagePlan GetFeedDocument { get; } = new("getFeedDocument", 0.0222, 10);

    public static UsagePlan GetMarketplaceParticipations { get; } = new("getMarketplaceParticipations", 0.016, 15);

    public static IReadOnlyList<UsagePlan> All { get; } =
    [
        SearchOrders, GetOrder, ConfirmShipment, SearchListingsItems, GetListingsItem, PatchListingsItem, CreateReport,
        GetReport, GetReportDocument, CreateFeedDocument, CreateFeed, JsonListingsFeed, GetFeed, GetFeedDocument,
        GetMarketplaceParticipations,
    ];
}
