namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>
/// A requested report. Its content is that of the moment of the request; its state follows from the clock.
/// </summary>
internal sealed class Report(string id, string type, ProcessingTimes times)
{
    public string Id => id;

    public string Type => type;

    public ProcessingTimes Times => times;

    public required IReadOnlyList<string> MarketplaceIds { get; init; }

    public required DateTimeOffset DataStart { get; init; }

    public required DateTimeOffset DataEnd { get; init; }

    /// <summary>Null where there was nothing to report: such a report ends cancelled.</summary>
    public required string? DocumentId { get; init; }

    public bool CancelledByCaller { get; set; }

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

        return DocumentId is null ? ProcessingStatus.Cancelled : ProcessingStatus.Done;
    }
}
