using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Feeds.Wire;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Infrastructure.SpApi.Feeds;

/// <summary>
/// Uploads feeds and downloads their processing reports. The addresses are parts of answers and are checked as such; no
/// token travels, and no redirect is followed.
/// </summary>
internal sealed class FeedDocuments(
    FeedsClient feeds, ReportHosts hosts, IHttpClientFactory clients, Backoff backoff, Pauses pauses, TimeProvider time)
{
    private const string Subject = "feeds of quantities";

    private const long MaxReport = 100 * 1024 * 1024;

    private const int MaxTries = 3;

    /// <summary>The address lives as long.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    /// <returns>The document's id.</returns>
    public async Task<string> UploadAsync(ChannelConnection channel, byte[] feed, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var document = await feeds.CreateDocumentAsync(channel, cancellationToken);
            var id = document.FeedDocumentId
                ?? throw new MarketplaceUnavailableException("Amazon made a feed document without an id.", null);
            try
            {
                await PutAsync(Require(document), feed, cancellationToken);
                return id;
            }
            catch (Exception lost) when (IsTransient(lost, cancellationToken))
            {
                await AgainAsync(tries, lost, cancellationToken);
            }
        }
    }

    public async Task<WireFeedReport> ReadReportAsync(
        ChannelConnection channel, string documentId, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var document = await feeds.GetDocumentAsync(channel, documentId, cancellationToken);
            try
            {
                return await GetAsync(document, cancellationToken);
            }
            catch (Exception lost) when (IsTransient(lost, cancellationToken) || lost is JsonException or AnswerTooLargeException)
            {
                await AgainAsync(tries, lost, cancellationToken);
            }
        }
    }

    private async Task PutAsync(Uri address, byte[] feed, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var content = new ByteArrayContent(feed);

        // The signature covers the header letter by letter.
        content.Headers.TryAddWithoutValidation("Content-Type", FeedsClient.ContentType);
        using var response = await clients.CreateClient(ReportDownload.ClientName).PutAsync(address, content, both.Token);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent))
        {
            throw new HttpRequestException($"The upload was answered with status {(int)response.StatusCode}.");
        }
    }

    private async Task<WireFeedReport> GetAsync(WireFeedDocument document, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var response = await clients.CreateClient(ReportDownload.ClientName).GetAsync(
            Require(document), HttpCompletionOption.ResponseHeadersRead, both.Token);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException($"The download was answered with status {(int)response.StatusCode}.");
        }

        var network = new CountingStream(await response.Content.ReadAsStreamAsync(both.Token));
        await using var bounded = WireText.Is(document.CompressionAlgorithm, "GZIP")
            ? new BoundedStream(new GZipStream(network, CompressionMode.Decompress), () => network.Total, MaxReport)
            : new BoundedStream(network, null, MaxReport);
        return await JsonSerializer.DeserializeAsync(bounded, FeedsJsonContext.Default.WireFeedReport, both.Token)
            ?? throw new JsonException("The report is empty.");
    }

    private Uri Require(WireFeedDocument document)
    {
        try
        {
            return hosts.Require(document.Url);
        }
        catch (ReportFailedException elsewhere)
        {
            throw new MarketplaceUnavailableException(elsewhere.Message, null, elsewhere);
        }
    }

    private Task AgainAsync(int tries, Exception lost, CancellationToken cancellationToken) => tries < MaxTries
        ? pauses.SleepAsync(backoff.After(tries), "A feed's document broke off", NoWaits.Instance, cancellationToken)
        : throw SpApiErrors.From(
            lost is OperationCanceledException ? new TimeoutException() : lost,
            new SpApiCall { Operation = "feedDocument", Subject = Subject });

    private static bool IsTransient(Exception lost, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && (RetryHandler.IsTransient(lost) || lost is OperationCanceledException);
}
