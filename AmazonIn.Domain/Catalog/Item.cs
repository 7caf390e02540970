namespace AmazonIn.Domain.Catalog;

/// <summary>Something the seller keeps in stock and sells, known by its SKU across all channels.</summary>
public sealed class Item
{
    public const int TitleMaxLength = 500;
    public const int AsinMaxLength = 20;
    public const int AttributeMaxLength = 200;

    private Item(string sku, string title)
    {
        Sku = sku;
        Title = title;
    }

    public Item(string sku, string? title, string? asin, FulfilledBy fulfilledBy, DateTimeOffset now)
        : this(sku, Shorten(title ?? sku))
    {
        Asin = asin;
        FulfilledBy = fulfilledBy;
        CreatedAt = now;
        UpdatedAt = now;
    }

    public long Id { get; private set; }

    /// <summary>Unique, compared ordinally.</summary>
    public string Sku { get; private set; }

    public string Title { get; private set; }

    public string? Asin { get; private set; }

    public FulfilledBy FulfilledBy { get; private set; }

    public long? ItemGroupId { get; private set; }

    /// <summary>Values of the group's attributes, in the group's order.</summary>
    public string? Value1 { get; private set; }

    public string? Value2 { get; private set; }

    public string? Value3 { get; private set; }

    /// <summary>Asking price on Amazon, if there is an offer.</summary>
    public decimal? Price { get; private set; }

    /// <summary>When Amazon's quantity, or a person's first count, became our stock (I4); never again.</summary>
    public DateTimeOffset? OpeningStockAt { get; private set; }

    /// <summary>The channel whose quantity it was; null for a person's count.</summary>
    public long? OpeningChannelId { get; private set; }

    public bool OpeningStockTaken => OpeningStockAt is not null;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Takes what a listing says now; what the listing leaves out is kept.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Update(string? title, string? asin, FulfilledBy fulfilledBy, decimal? price, DateTimeOffset now)
    {
        var before = (Title, Asin, FulfilledBy, Price);
        Title = title is null ? Title : Shorten(title);
        Asin = asin ?? Asin;
        FulfilledBy = fulfilledBy;
        Price = price ?? Price;
        var changed = before != (Title, Asin, FulfilledBy, Price);
        UpdatedAt = changed ? now : UpdatedAt;
        return changed;
    }

    /// <summary>Puts the item into a family with its values for the family's attributes.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool JoinGroup(long groupId, IReadOnlyList<string?> values)
    {
        var before = (ItemGroupId, Value1, Value2, Value3);
        ItemGroupId = groupId;
        Value1 = Cut(values.ElementAtOrDefault(0));
        Value2 = Cut(values.ElementAtOrDefault(1));
        Value3 = Cut(values.ElementAtOrDefault(2));
        return before != (ItemGroupId, Value1, Value2, Value3);
    }

    public void TakeOpeningStock(DateTimeOffset at, long? channelId)
    {
        OpeningStockAt = at;
        OpeningChannelId = channelId;
    }

    private static string Shorten(string title) => title.Length <= TitleMaxLength ? title : title[..TitleMaxLength];

    private static string? Cut(string? value) =>
        value is { Length: > AttributeMaxLength } ? value[..AttributeMaxLength] : value;
}
