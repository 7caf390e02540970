using System.Text.Json;
using System.Text.Json.Serialization;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Where a read of a window stands, and all that is needed to go on: Amazon wants the same filters with each page
/// token. Written into <see cref="MarketplacePage{T}.NextPage"/>; holds nothing secret or personal.
/// </summary>
internal sealed record OrderReadPlace
{
    /// <summary>Amazon keeps page tokens for 24 hours; a token about to die is not begun with.</summary>
    private static readonly TimeSpan _life = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5);

    [JsonPropertyName("v")]
    public int Version { get; init; } = 1;

    [JsonPropertyName("m")]
    public required string MarketplaceId { get; init; }

    [JsonPropertyName("s")]
    public required string SellerId { get; init; }

    [JsonPropertyName("f")]
    public required DateTimeOffset From { get; init; }

    /// <summary>As asked for by the caller.</summary>
    [JsonPropertyName("t")]
    public DateTimeOffset? To { get; init; }

    /// <summary>As sent to Amazon, which wants it at least two minutes old.</summary>
    [JsonPropertyName("b")]
    public DateTimeOffset? Before { get; init; }

    /// <summary>Step of <see cref="OrderDatasets"/>.</summary>
    [JsonPropertyName("d")]
    public int Datasets { get; init; }

    /// <summary>Null at the start.</summary>
    [JsonPropertyName("p")]
    public string? Token { get; init; }

    [JsonPropertyName("i")]
    public DateTimeOffset? TokenIssuedAt { get; init; }

    /// <summary>Amazon's own upper bound of the window.</summary>
    [JsonPropertyName("u")]
    public DateTimeOffset? UpTo { get; init; }

    /// <summary>The report that the rest of the window is read from.</summary>
    [JsonPropertyName("r")]
    public string? ReportId { get; init; }

    /// <summary>Which part of the window the report is of.</summary>
    [JsonPropertyName("n")]
    public int ReportPart { get; init; }

    /// <summary>How many orders of the report have been read.</summary>
    [JsonPropertyName("o")]
    public int Offset { get; init; }

    /// <summary>Amazon failed to make a report: this window is searched to its end.</summary>
    [JsonPropertyName("x")]
    public bool ReportRefused { get; init; }

    [JsonIgnore]
    public bool IsInReport => ReportId is not null || ReportPart > 0;

    /// <summary>The same place in the search, which is then read to its end.</summary>
    public OrderReadPlace WithoutReport() =>
        this with { ReportRefused = true, ReportId = null, ReportPart = 0, Offset = 0 };

    public static OrderReadPlace Start(ChannelConnection channel, OrderWindow window) => new()
    {
        MarketplaceId = channel.Marketplace.Id,
        SellerId = channel.SellerId,
        From = window.From,
        To = window.To,
        Before = window.To,
    };

    /// <exception cref="PageExpiredException">It is of another window or version, not ours, or too old.</exception>
    public static OrderReadPlace Parse(string text, ChannelConnection channel, OrderWindow window, DateTimeOffset now)
    {
        OrderReadPlace? place;
        try
        {
            place = JsonSerializer.Deserialize(text, OrderReadPlaceJsonContext.Default.OrderReadPlace);
        }
        catch (JsonException)
        {
            throw new PageExpiredException();
        }

        return place is { Version: 1 }
            && place.MarketplaceId == channel.Marketplace.Id
            && place.SellerId == channel.SellerId
            && place.From == window.From
            && place.To == window.To
            && place is { Datasets: >= 0, ReportPart: >= 0, Offset: >= 0 }
            && place.Datasets <= OrderDatasets.LastStep
            && now - place.TokenIssuedAt < _life
            ? place
            : throw new PageExpiredException();
    }

    public override string ToString() =>
        JsonSerializer.Serialize(this, OrderReadPlaceJsonContext.Default.OrderReadPlace);
}
