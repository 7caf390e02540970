using System.Text.Json;
using System.Text.Json.Serialization;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Listings;

/// <summary>
/// Where a read of listings stands, and all that is needed to go on. Holds nothing secret or personal.
/// </summary>
internal sealed record ListingReadPlace
{
    private static readonly TimeSpan _life = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5);

    private static readonly TimeSpan _shortestPart = TimeSpan.FromSeconds(4);

    /// <summary>Before Amazon sold anything but its own.</summary>
    private static readonly DateTimeOffset _beginning = new(1999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [JsonPropertyName("v")]
    public int Version { get; init; } = 1;

    [JsonPropertyName("m")]
    public required string MarketplaceId { get; init; }

    [JsonPropertyName("s")]
    public required string SellerId { get; init; }

    /// <summary>As asked for by the caller; null reads everything.</summary>
    [JsonPropertyName("c")]
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>When the read began: everything changed before it has been seen at the end.</summary>
    [JsonPropertyName("b")]
    public required DateTimeOffset BegunAt { get; init; }

    [JsonPropertyName("i")]
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Start of the part of the window that is being paged through.</summary>
    [JsonPropertyName("f")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Its end; null reads to now.</summary>
    [JsonPropertyName("t")]
    public DateTimeOffset? To { get; init; }

    [JsonPropertyName("p")]
    public string? Token { get; init; }

    /// <summary>Listings in the whole window, once known.</summary>
    [JsonPropertyName("n")]
    public int? Total { get; init; }

    /// <summary>The report with the list of SKUs, where there are too many to page through.</summary>
    [JsonPropertyName("r")]
    public string? ReportId { get; init; }

    /// <summary>How many SKUs of the report have been read.</summary>
    [JsonPropertyName("o")]
    public int Offset { get; init; }

    /// <summary>Amazon failed to make a report: the catalogue is paged through in parts of its time.</summary>
    [JsonPropertyName("x")]
    public bool ReportRefused { get; init; }

    public static ListingReadPlace Start(
        ChannelConnection channel,
        DateTimeOffset? changedSince,
        DateTimeOffset now) => new()
    {
        MarketplaceId = channel.Marketplace.Id,
        SellerId = channel.SellerId,
        ChangedSince = changedSince,
        From = changedSince,
        BegunAt = now,
        IssuedAt = now,
    };

    /// <summary>The first half of the part that holds too many listings; null where it cannot be cut.</summary>
    public ListingReadPlace? FirstHalf(DateTimeOffset now)
    {
        var from = From ?? _beginning;
        var to = To ?? now;
        return to - from > _shortestPart ? this with { From = from, To = from + ((to - from) / 2) } : null;
    }

    /// <summary>
    /// What comes after a part that was read. Parts overlap by a second, whichever of their ends Amazon counts in.
    /// </summary>
    public ListingReadPlace NextPart() => this with { From = To - TimeSpan.FromSeconds(1), To = null, Token = null };

    /// <exception cref="PageExpiredException">It is of another window or version, not ours, or too old.</exception>
    public static ListingReadPlace Parse(
        string text,
        ChannelConnection channel,
        DateTimeOffset? changedSince,
        DateTimeOffset now)
    {
        ListingReadPlace? place;
        try
        {
            place = JsonSerializer.Deserialize(text, ListingReadPlaceJsonContext.Default.ListingReadPlace);
        }
        catch (JsonException)
        {
            throw new PageExpiredException();
        }

        return place is { Version: 1, Offset: >= 0 }
            && place.MarketplaceId == channel.Marketplace.Id
            && place.SellerId == channel.SellerId
            && place.ChangedSince == changedSince
            && now - place.IssuedAt < _life
            ? place
            : throw new PageExpiredException();
    }

    public override string ToString() =>
        JsonSerializer.Serialize(this, ListingReadPlaceJsonContext.Default.ListingReadPlace);
}
