namespace AmazonIn.Infrastructure.Sandbox.Quotas;

/// <summary>One operation and its published usage plan: calls a second, and calls at once from a full bucket.</summary>
internal sealed record UsagePlan(string Operation, double Rate, int Burst)
{
    // The numbers stand in the description of each operation in Amazon's models.
    public static UsagePlan SearchOrders { get; } = new("searchOrders", 0.0056, 20);

    public static UsagePlan GetOrder { get; } = new("getOrder", 0.5, 30);

    public static UsagePlan ConfirmShipment { get; } = new("confirmShipment", 2, 10);

    public static UsagePlan SearchListingsItems { get; } = new("searchListingsItems", 5, 5);

    public static UsagePlan GetListingsItem { get; } = new("getListingsItem", 5, 10);

    public static UsagePlan PatchListingsItem { get; } = new("patchListingsItem", 5, 5);

    public static UsagePlan CreateReport { get; } = new("createReport", 0.0167, 15);

    public static UsagePlan GetReport { get; } = new("getReport", 2, 15);

    public static UsagePlan GetReports { get; } = new("getReports", 0.0222, 10);

    public static UsagePlan CancelReport { get; } = new("cancelReport", 0.0222, 10);

    public static UsagePlan GetReportDocument { get; } = new("getReportDocument", 0.0167, 15);

    public static UsagePlan CreateFeedDocument { get; } = new("createFeedDocument", 0.5, 15);

    public static UsagePlan CreateFeed { get; } = new("createFeed", 0.0083, 15);

    public static UsagePlan GetFeed { get; } = new("getFeed", 2, 15);

    public static UsagePlan CancelFeed { get; } = new("cancelFeed", 2, 15);

    public static UsagePlan GetFeeds { get; } = new("getFeeds", 0.0222, 10);

    public static UsagePlan GetFeedDocument { get; } = new("getFeedDocument", 0.0222, 10);

    public static UsagePlan ListHandoverSlots { get; } = new("listHandoverSlots", 1, 5);

    public static UsagePlan CreateScheduledPackage { get; } = new("createScheduledPackage", 1, 5);

    public static UsagePlan GetScheduledPackage { get; } = new("getScheduledPackage", 1, 5);

    public static UsagePlan UpdateScheduledPackages { get; } = new("updateScheduledPackages", 1, 5);

    public static UsagePlan CreateRestrictedDataToken { get; } = new("createRestrictedDataToken", 1, 10);

    public static UsagePlan GetMarketplaceParticipations { get; } = new("getMarketplaceParticipations", 0.016, 15);

    public static UsagePlan GetAccount { get; } = new("getAccount", 0.016, 15);
}
