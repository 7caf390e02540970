using System.Text.Json.Serialization;
using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Reports.Wire;

/// <summary>Body of createReport.</summary>
internal sealed record WireReportRequest(
    string ReportType,
    IReadOnlyList<string> MarketplaceIds,
    string? DataStartTime,
    string? DataEndTime);

/// <summary>Answer of createReport.</summary>
internal sealed record WireReportCreated
{
    public string? ReportId { get; init; }
}

/// <summary>Amazon's <c>Report</c>, as far as it is used.</summary>
internal sealed record WireReport
{
    public string? ReportId { get; init; }

    public string? ProcessingStatus { get; init; }

    public string? ReportDocumentId { get; init; }

    [JsonConverter(typeof(WireTimeConverter))]
    public DateTimeOffset? CreatedTime { get; init; }
}

/// <summary>Amazon's <c>ReportDocument</c>. The address is signed: whoever holds it reads the document.</summary>
internal sealed record WireReportDocument
{
    public string? ReportDocumentId { get; init; }

    public string? Url { get; init; }

    public string? CompressionAlgorithm { get; init; }

    public override string ToString() => "[report document]";
}
