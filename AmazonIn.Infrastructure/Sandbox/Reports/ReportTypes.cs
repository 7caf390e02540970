namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>The reports that the demo marketplace makes.</summary>
internal static class ReportTypes
{
    public const string OrdersByLastUpdate = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL";
    public const string OrdersByOrderDate = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL";
    public const string AllListings = "GET_MERCHANT_LISTINGS_ALL_DATA";
    public const string ActiveListings = "GET_MERCHANT_LISTINGS_DATA";
    public const string InactiveListings = "GET_MERCHANT_LISTINGS_INACTIVE_DATA";

    /// <summary>Comes of a feed only, and holds recipients.</summary>
    public const string EasyShipDocuments = "GET_EASYSHIP_DOCUMENTS";

    /// <summary>Those that can be asked for.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        OrdersByLastUpdate,
        OrdersByOrderDate,
        AllListings,
        ActiveListings,
        InactiveListings,
    };

    public static bool IsOfOrders(string type) => type is OrdersByLastUpdate or OrdersByOrderDate;
}
