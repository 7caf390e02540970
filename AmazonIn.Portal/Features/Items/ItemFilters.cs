using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Items;

/// <summary>The filters of the item list: their names in the address, and what they ask of the port.</summary>
internal static class ItemFilters
{
    public const string FulfilledByKey = "fulfilledBy";
    public const string ListingKey = "listing";
    public const string GroupKey = "group";
    public const string ChannelKey = "channel";
    public const string OutOfStockKey = "outOfStock";

    public static ItemFilter From(ListQuery query) => new(
        Search: query.Search.Length > 0 ? query.Search : null,
        FulfilledBy: query.Choice<FulfilledBy>(FulfilledByKey),
        ListingState: query.Choice<ListingState>(ListingKey),
        ItemGroupId: query.Id(GroupKey),
        ChannelId: query.Id(ChannelKey),
        OutOfStockOnly: query.Flag(OutOfStockKey));

    /// <param name="group">The group that the list is narrowed to. It is chosen on its own page, so it is no menu here.</param>
    public static IReadOnlyList<FilterDefinition> Definitions(
        IReadOnlyList<ChannelSummary> channels,
        ItemGroupRow? group) =>
    [
        FilterDefinition.Of<FulfilledBy>(FulfilledByKey, "Fulfilled by", ItemWords.Of),
        FilterDefinition.Of<ListingState>(ListingKey, "Listing", ItemWords.Of),
        ChannelFilter.Of(channels),
        FilterDefinition.Toggle(OutOfStockKey, "Out of stock"),
        new(GroupKey, "Item group", []) { Words = value => group?.Title ?? value },
    ];
}
