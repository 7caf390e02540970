using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.Portal.Components.Items;

/// <summary>Items as screens read them.</summary>
internal static class AnItem
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 22, 6, 30, 0, TimeSpan.Zero);

    public static ItemRow Row(
        long id = 1,
        string sku = "KET-BLU-1L",
        string title = "Blue enamel kettle, 1 litre",
        string? asin = "B0KETTLE01",
        FulfilledBy fulfilledBy = FulfilledBy.Merchant,
        decimal? price = 123456.5m,
        int onHand = 15,
        int reserved = 3,
        IReadOnlyList<ListingRow>? listings = null) => new(
            id, sku, title, asin, fulfilledBy, null, null, price, new StockFigures(onHand, reserved),
            listings ?? [Listing(id, sku, fulfilledBy: fulfilledBy)], Noon);

    public static ListingRow Listing(
        long id = 1,
        string sku = "KET-BLU-1L",
        ListingState state = ListingState.Active,
        FulfilledBy fulfilledBy = FulfilledBy.Merchant,
        int? amazonQuantity = 12,
        int? sent = null,
        string? reason = null,
        string channel = "Amazon IN") => new(
            id, 1, channel, sku, state, ListingLink.Automatic, fulfilledBy, amazonQuantity, 499m, sent, reason, Noon);

    public static ItemDetails Details(
        ItemRow? item = null,
        IReadOnlyList<KeyValuePair<string, string?>>? attributes = null,
        IReadOnlyList<BalanceRow>? balances = null,
        IReadOnlyList<MovementRow>? movements = null,
        int openOrderLines = 0)
    {
        var row = item ?? Row();
        return new ItemDetails(
            row,
            attributes ?? [],
            balances ?? [new BalanceRow(1, "Bengaluru", row.Stock.OnHand, row.Stock.Reserved)],
            movements ?? [],
            openOrderLines);
    }

    public static MovementRow Movement(
        long id,
        MovementKind kind,
        int onHand,
        int reserved = 0,
        string reason = "First import",
        string? reference = null) => new(id, Noon.AddHours(id), kind, "Bengaluru", onHand, reserved, reason, reference);
}
