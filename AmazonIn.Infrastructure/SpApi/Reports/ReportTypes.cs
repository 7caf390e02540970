namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>Amazon's names of the reports in use. None carries names, streets or phone numbers.</summary>
internal static class ReportTypes
{
    public const string OrdersByLastUpdate = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL";

    public const string AllListings = "GET_MERCHANT_LISTINGS_ALL_DATA";

    /// <summary>
    /// Amazon silently gives nothing, or a note instead of rows, for longer windows of an orders report.
    /// </summary>
    public static TimeSpan MaxOrdersWindow { get; } = TimeSpan.FromDays(30);
}
