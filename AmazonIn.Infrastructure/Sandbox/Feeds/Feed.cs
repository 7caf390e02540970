using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>A created feed. Its messages are applied when its time has come, in the order of creation.</summary>
internal sealed class Feed(string id, string type, ProcessingTimes times)
{
    public string Id => id;

    public string Type => type;

    public ProcessingTimes Times => times;

    public required IReadOnlyList<string> MarketplaceIds { get; init; }

    public required IReadOnlyList<FeedMessage> Messages { get; init; }

    /// <summary>The datasets of each listing that the processing report is to hold.</summary>
    public IReadOnlyList<string> IncludedData { get; init; } = [];

    /// <summary>What was uploaded, of a feed that is read when its time has come.</summary>
    public byte[] Upload { get; init; } = [];

    /// <summary>Whether it ends fatally: unreadable, or of a kind that Amazon no longer takes.</summary>
    public bool IsFatal { get; init; }

    public bool CancelledByCaller { get; set; }

    /// <summary>Set once its messages have been applied.</summary>
    public string? ResultDocumentId { get; set; }

    public string StatusAt(DateTimeOffset now)
    {
        if (CancelledByCaller)
        {
            return ProcessingStatus.Cancelled;
        }

        if (now < times.Started)
        {
            return ProcessingStatus.InQueue;
        }

        if (now < times.Ended)
        {
            return ProcessingStatus.InProgress;
        }

        return IsFatal ? ProcessingStatus.Fatal : ProcessingStatus.Done;
    }

    public void WriteTo(System.Text.Json.Utf8JsonWriter json, DateTimeOffset now)
    {
        var status = StatusAt(now);
        json.WriteStartObject();
        json.WriteString("feedId", id);
        json.WriteString("feedType", type);
        JobBody.WriteProgress(json, MarketplaceIds, times, status);
        if (status == ProcessingStatus.Done && ResultDocumentId is not null)
        {
            json.WriteString("resultFeedDocumentId", ResultDocumentId);
        }

        json.WriteEndObject();
    }
}
