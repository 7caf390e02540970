using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>The filters of the stock list: their names in the address, and what they ask of the port.</summary>
internal static class StockFilters
{
    public const string WarehouseKey = "warehouse";
    public const string LevelKey = "level";
    public const string PushKey = "push";

    public static StockFilter From(ListQuery query) => new(
        Search: query.Search.Length > 0 ? query.Search : null,
        WarehouseId: query.Id(WarehouseKey),
        Level: query.Choice<StockLevel>(LevelKey),
        Push: query.Choice<PushState>(PushKey),
        ChannelId: query.Id(ItemFilters.ChannelKey));

    public static IReadOnlyList<FilterDefinition> Definitions(
        IReadOnlyList<WarehouseRow> warehouses, IReadOnlyList<ChannelSummary> channels)
    {
        FilterChoice[] places =
        [
            .. warehouses.Select(warehouse => new FilterChoice(
                warehouse.Id.ToString(CultureInfo.InvariantCulture), warehouse.Name)),
        ];
        return
        [
            new(WarehouseKey, "Warehouse", places.Length > 1 ? places : [])
            {
                Words = value => Array.Find(places, place => place.Value == value)?.Label ?? value,
            },
            FilterDefinition.Of<StockLevel>(LevelKey, "Stock", StockWords.Of),
            FilterDefinition.Of<PushState>(PushKey, "At Amazon", StockWords.Of),
            ChannelFilter.Of(channels),
        ];
    }
}
