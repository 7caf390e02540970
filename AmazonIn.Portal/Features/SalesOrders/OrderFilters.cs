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

    /// <summary>First day.</summary>
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
        OrderedFrom: DayInAddress.Begin(query.Text(FromKey), zone),
        OrderedTo: DayInAddress.End(query.Text(ToKey), zone),
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
        new(FromKey, "Ordered from", []) { Words = DayInAddress.InWords },
        new(ToKey, "Ordered until", []) { Words = DayInAddress.InWords },
    ];
}
