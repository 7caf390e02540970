using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Infrastructure.SpApi.Reports.Wire;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>The operations of Reports API 2021-06-30 that make and find a report.</summary>
internal sealed class ReportsClient(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints)
{
    private const string Path = "/reports/2021-06-30";

    private const string Subject = "reports";

    /// <summary>Asks for a report; its id is unique only together with the seller.</summary>
    public async Task<string> CreateAsync(
        ChannelConnection channel,
        string type,
        DateTimeOffset? from,
        DateTimeOffset? to,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new WireReportRequest(type, [channel.Marketplace.Id], Moment(from), Moment(to)),
            ReportsJsonContext.Default.WireReportRequest);
        var created = await sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, Address(channel, $"{Path}/reports")) { Content = Json(body) },
            // Whether a lost answer made a report cannot be known, and asking again too fast makes both fail.
            calls.Of(channel, UsagePlans.CreateReport, Subject, waits) with { Repeatable = false },
            answer => Read(answer, ReportsJsonContext.Default.WireReportCreated),
            cancellationToken);
        return created.ReportId
            ?? throw new MarketplaceUnavailableException("Amazon made a report without an id.", null);
    }

    public Task<WireReport> GetAsync(
        ChannelConnection channel,
        string reportId,
        IWaitObserver waits,
        CancellationToken cancellationToken) => sender.SendAsync(
            () => new HttpRequestMessage(
                HttpMethod.Get, Address(channel, $"{Path}/reports/{QueryText.Segment(reportId)}")),
            calls.Of(channel, UsagePlans.GetReport, Subject, waits),
            answer => Read(answer, ReportsJsonContext.Default.WireReport),
            cancellationToken);

    /// <summary>Where the document can be downloaded, for five minutes.</summary>
    /// <param name="restricted">The token of a report with personal data; null for all others.</param>
    public Task<WireReportDocument> GetDocumentAsync(
        ChannelConnection channel,
        string documentId,
        IWaitObserver waits,
        CancellationToken cancellationToken,
        ITokenSource? restricted = null)
    {
        var call = calls.Of(channel, UsagePlans.GetReportDocument, Subject, waits);
        return sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, Address(channel, DocumentPath(documentId))),
            restricted is null ? call : call with { Tokens = restricted },
            answer => Read(answer, ReportsJsonContext.Default.WireReportDocument),
            cancellationToken);
    }

    /// <summary>What a restricted token must name.</summary>
    public static string DocumentPath(string documentId) => $"{Path}/documents/{QueryText.Segment(documentId)}";

    private static string? Moment(DateTimeOffset? moment) => moment is { } value ? QueryText.Moment(value) : null;

    private static T Read<T>(ReadOnlyMemory<byte> answer, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(answer.Span, type) ?? throw new JsonException("The answer is empty.");

    private static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private Uri Address(ChannelConnection channel, string path) => new(endpoints.Of(channel.Marketplace), path);
}
