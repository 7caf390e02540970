using System.Globalization;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Customers;
using AmazonIn.Portal.Features.Items;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>The filters of the order list: their names in the address, and what they ask of the port.</summary>
internal static class OrderFilters
{
    public const string StatusKey = "status";
    public const string CustomerKey = "customer";
    public const string DecisionKey = "decision";

    /// <summary>First day, as <c>2026-11-23</c> in the organisation's zone.</summary>
    public const string FromKey = "from";

    /// <summary>Last day, which counts.</summary>
    public const string ToKey = "to";

    public static SalesOrderFilter From(ListQuery query, TimeZoneInfo zone) => new(
        Search: query.Search.Length > 0 ? query.Search : null,
        ChannelId: query.Id(ItemFilters.ChannelKey),
        Status: query.Choice<OrderStatus>(StatusKey),
        FulfilledBy: query.Choice<FulfilledBy>(ItemFilters.FulfilledByKey),
        GstTreatment: query.Choice<GstTreatment>(GstWords.TreatmentKey),
        PlaceOfSupply: query.Text(GstWords.PlaceKey),
        CustomerId: query.Id(CustomerKey),
        OrderedFrom: Day(query, FromKey) is { } from ? StartOf(from, zone) : null,
        OrderedTo: Day(query, ToKey) is { } to ? StartOf(to.AddDays(1), zone) : null,
        NeedsDecisionOnly: query.Flag(DecisionKey));

    public static IReadOnlyList<FilterDefinition> Definitions(IReadOnlyList<ChannelSummary> channels) =>
    [
        FilterDefinition.Of<OrderStatus>(StatusKey, "Status", OrderWords.Of),
        FilterDefinition.Toggle(DecisionKey, "Needs a decision"),
        FilterDefinition.Of<FulfilledBy>(ItemFilters.FulfilledByKey, "Fulfilled by", ItemWords.Of),
        GstWords.TreatmentFilter,
        GstWords.PlaceFilter,
        ChannelFilter.Of(channels),
        new(CustomerKey, "Customer", []) { Words = value => $"no. {value}" },
        new(FromKey, "Ordered from", []) { Words = DayInWords },
        new(ToKey, "Ordered until", []) { Words = DayInWords },
    ];

    /// <summary>The day that the address names, or null where it names none.</summary>
    public static DateOnly? Day(ListQuery query, string key) => Day(query.Text(key));

    public static string? InAddress(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Midnight that a change to summer time skips is taken as the first moment after it.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day < DateOnly.MaxValue
            ? day
            : null;

    private static string DayInWords(string text) =>
        Day(text)?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? text;
}
