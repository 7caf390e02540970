using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>The filters of searchOrders, read by Amazon's rules.</summary>
internal sealed class OrderSearch
{
    public static readonly IReadOnlySet<string> Statuses = new HashSet<string>(StringComparer.Ordinal)
    {
        "PENDING_AVAILABILITY",
        "PENDING",
        "UNSHIPPED",
        "PARTIALLY_SHIPPED",
        "SHIPPED",
        "CANCELLED",
        "UNFULFILLABLE",
    };

    private static readonly HashSet<string> Fulfillers = new(StringComparer.Ordinal) { "MERCHANT", "AMAZON" };

    // Amazon gives nothing younger: it may still be changing.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private readonly IReadOnlyList<string> statuses;
    private readonly IReadOnlyList<string> fulfilledBy;
    private readonly IReadOnlyList<string> marketplaceIds;

    private OrderSearch(ApiCall call, OrderKey key, DateTimeOffset from, DateTimeOffset? to)
    {
        Key = key;
        From = from;
        To = to;
        statuses = call.Query.List("fulfillmentStatuses", Statuses);
        fulfilledBy = call.Query.List("fulfilledBy", Fulfillers);
        marketplaceIds = MarketplaceFilter.Read(call, required: false, most: 50);
        PageSize = call.Query.Number("maxResultsPerPage", 1, 100, 100);
        Datasets = OrderDatasetNames.Of(call.Query.List("includedData", OrderDatasetNames.All));
    }

    public OrderKey Key { get; }

    public DateTimeOffset From { get; }

    /// <summary>The end the caller asked for; null leaves it to Amazon.</summary>
    public DateTimeOffset? To { get; }

    public int PageSize { get; }

    public OrderDatasets Datasets { get; }

    /// <summary>
    /// All that must be repeated with a page token. The page's size and the datasets may change from page to page.
    /// </summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"{Key}|{From.Ticks}|{To?.Ticks}|{Sorted(statuses)}|{Sorted(fulfilledBy)}|{Sorted(marketplaceIds)}");

    public static DateTimeOffset LatestEnd(DateTimeOffset now) => now - Settling;

    public static OrderSearch Read(ApiCall call, DateTimeOffset now)
    {
        var createdAfter = call.Query.Time("createdAfter");
        var createdBefore = call.Query.Time("createdBefore");
        var updatedAfter = call.Query.Time("lastUpdatedAfter");
        var updatedBefore = call.Query.Time("lastUpdatedBefore");
        if (createdAfter is null == updatedAfter is null)
        {
            throw ApiException.InvalidInput("Exactly one of createdAfter and lastUpdatedAfter is required.");
        }

        if ((createdAfter is not null && updatedBefore is not null)
            || (updatedAfter is not null && createdBefore is not null))
        {
            throw ApiException.InvalidInput("Creation and last update times must not be mixed in one request.");
        }

        var (key, from, to, name) = createdAfter is { } created
            ? (OrderKey.Created, created, createdBefore, "created")
            : (OrderKey.LastUpdated, updatedAfter!.Value, updatedBefore, "lastUpdated");
        if (to is { } end)
        {
            if (end < from)
            {
                throw ApiException.InvalidInput($"{name}Before must be equal to or after {name}After.");
            }

            if (end > LatestEnd(now))
            {
                throw ApiException.InvalidInput(
                    $"{name}Before must be at least two minutes before the time of the request.");
            }
        }

        return new OrderSearch(call, key, from, to);
    }

    public bool Matches(OrderEntry order) =>
        (statuses.Count == 0 || statuses.Contains(order.Status))
        && (fulfilledBy.Count == 0 || fulfilledBy.Contains(order.FulfilledBy))
        && (marketplaceIds.Count == 0 || marketplaceIds.Contains(order.MarketplaceId));

    private static string Sorted(IEnumerable<string> values) =>
        string.Join(',', values.Order(StringComparer.Ordinal));
}
