using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>An item with its stock over all warehouses and its listings.</summary>
internal sealed record ItemJson(
    long Id,
    string Sku,
    string Title,
    string? Asin,
    long? ItemGroupId,
    FulfilledBy FulfilledBy,
    StockJson Stock,
    IReadOnlyList<ListingJson> Listings)
{
    public static ItemJson Of(ItemRow item) => new(
        item.Id,
        item.Sku,
        item.Title,
        item.Asin,
        item.ItemGroupId,
        item.FulfilledBy,
        new StockJson(item.Stock.OnHand, item.Stock.Reserved, item.Stock.Available),
        [.. item.Listings.Select(ListingJson.Of)]);
}
