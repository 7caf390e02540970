namespace AmazonIn.Domain.Catalog;

/// <summary>A variation family: items that differ by one to three attributes.</summary>
public sealed class ItemGroup
{
    public const int TitleMaxLength = 500;
    public const int AttributeMaxLength = 100;

    private ItemGroup(string parentSku, string title)
    {
        ParentSku = parentSku;
        Title = title;
    }

    public ItemGroup(long channelId, string parentSku, string? title, IReadOnlyList<string> attributes, DateTimeOffset now)
        : this(parentSku, Shorten(title ?? parentSku))
    {
        ChannelId = channelId;
        CreatedAt = now;
        UpdatedAt = now;
        SetAttributes(attributes);
    }

    public long Id { get; private set; }

    /// <summary>The channel whose family it is.</summary>
    public long ChannelId { get; private set; }

    /// <summary>Amazon's parent SKU; with the channel unique. The parent itself is not sold and keeps no stock.</summary>
    public string ParentSku { get; private set; }

    public string Title { get; private set; }

    public string? Attribute1 { get; private set; }

    public string? Attribute2 { get; private set; }

    public string? Attribute3 { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Names of the attributes, at most <see cref="GroupingPolicy.MaxAttributes"/>.</summary>
    public IReadOnlyList<string> Attributes =>
        [.. new[] { Attribute1, Attribute2, Attribute3 }.OfType<string>()];

    /// <summary>Takes what Amazon says of the family now; a missing title or theme keeps what is known.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Update(string? title, IReadOnlyList<string> attributes, DateTimeOffset now)
    {
        var before = (Title, Attribute1, Attribute2, Attribute3);
        Title = title is null ? Title : Shorten(title);
        if (attributes.Count > 0)
        {
            SetAttributes(attributes);
        }

        var changed = before != (Title, Attribute1, Attribute2, Attribute3);
        UpdatedAt = changed ? now : UpdatedAt;
        return changed;
    }

    private void SetAttributes(IReadOnlyList<string> attributes)
    {
        Attribute1 = Cut(attributes.ElementAtOrDefault(0));
        Attribute2 = Cut(attributes.ElementAtOrDefault(1));
        Attribute3 = Cut(attributes.ElementAtOrDefault(2));
    }

    private static string? Cut(string? name) =>
        name is { Length: > AttributeMaxLength } ? name[..AttributeMaxLength] : name;

    private static string Shorten(string title) => title.Length <= TitleMaxLength ? title : title[..TitleMaxLength];
}
