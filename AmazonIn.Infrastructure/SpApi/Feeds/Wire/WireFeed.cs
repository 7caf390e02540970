using System.Text.Json.Serialization;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Feeds.Wire;

/// <summary>Body of createFeedDocument.</summary>
internal sealed record WireFeedDocumentRequest(string ContentType);

/// <summary>Amazon's answer about a feed document. The address is signed: whoever holds it reads or writes it.</summary>
internal sealed record WireFeedDocument
{
    public string? FeedDocumentId { get; init; }

    public string? Url { get; init; }

    public string? CompressionAlgorithm { get; init; }

    public override string ToString() => "[feed document]";
}

/// <summary>Body of createFeed.</summary>
internal sealed record WireFeedRequest(string FeedType, IReadOnlyList<string> MarketplaceIds, string InputFeedDocumentId);

/// <summary>Answer of createFeed.</summary>
internal sealed record WireFeedCreated
{
    public string? FeedId { get; init; }
}

/// <summary>Amazon's <c>Feed</c>, as far as it is used.</summary>
internal sealed record WireFeed
{
    public string? ProcessingStatus { get; init; }

    public string? ResultFeedDocumentId { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? CreatedTime { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? ProcessingEndTime { get; init; }
}

/// <summary>The processing report of a JSON listings feed, schema version 2.</summary>
internal sealed record WireFeedReport
{
    public IReadOnlyList<WireFeedIssue?>? Issues { get; init; }
}

/// <summary>What Amazon says of a message.</summary>
internal sealed record WireFeedIssue
{
    public int? MessageId { get; init; }

    public string? Code { get; init; }

    public string? Severity { get; init; }

    public string? Message { get; init; }
}
