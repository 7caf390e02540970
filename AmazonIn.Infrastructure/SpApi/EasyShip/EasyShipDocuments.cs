using System.Xml.Linq;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Feeds;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Reports;

namespace AmazonIn.Infrastructure.SpApi.EasyShip;

/// <summary>
/// The papers of an Easy Ship parcel, the way that Amazon offers in India: a feed asks for them, its processing report
/// names a report, and that report's document is the PDF, which only a restricted token opens (ADR-021).
/// </summary>
internal sealed class EasyShipDocuments(
    FeedsClient feeds,
    FeedDocuments uploads,
    ReportsClient reports,
    ReportWaiter waiter,
    ReportDownload download,
    RestrictedTokens tokens,
    Pauses pauses,
    TimeProvider time)
{
    private const string FeedType = "POST_EASYSHIP_DOCUMENTS";
    private const string ContentType = "text/xml; charset=UTF-8";

    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(10);

    // A person waits before the screen.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private static Error Late => new(
        "easy-ship.document-late",
        "Amazon takes longer than three minutes to make this document. Try again in a little while.",
        ErrorKind.Conflict);

    private static Error None => new(
        "easy-ship.no-document",
        "Amazon has no such document for this parcel, or made none just now. Try again in a few minutes; Seller Central shows "
        + "it under Orders, Manage Orders.",
        ErrorKind.Conflict);

    public async Task<Result<byte[]>> MakeAsync(
        ChannelConnection channel, string orderId, EasyShipDocument document, CancellationToken cancellationToken)
    {
        var upload = await uploads.UploadAsync(channel, Feed(channel, orderId, document), ContentType, cancellationToken);
        var feedId = await feeds.CreateAsync(channel, FeedType, upload, cancellationToken);
        var (ended, resultId) = await EndAsync(channel, feedId, cancellationToken);
        if (!ended)
        {
            return Late;
        }

        if (resultId is null
            || await uploads.ReadReportAsync(channel, resultId, ReportIdAsync, cancellationToken) is not { } reportId)
        {
            return None;
        }

        try
        {
            var report = await waiter.WaitAsync(
                channel, reportId, "the papers of a parcel", NoWaits.Instance, cancellationToken);
            return report.DocumentId is { } id ? await OpenAsync(channel, id, cancellationToken) : None;
        }
        catch (ReportFailedException)
        {
            return None;
        }
    }

    private async Task<byte[]> OpenAsync(ChannelConnection channel, string documentId, CancellationToken cancellationToken)
    {
        var restricted = await tokens.ForAsync(channel, ReportsClient.DocumentPath(documentId), cancellationToken);
        var document = await reports.GetDocumentAsync(
            channel, documentId, NoWaits.Instance, cancellationToken, restricted);
        return await download.ReadPdfAsync(document, cancellationToken);
    }

    /// <returns>Whether it ended in time, and its processing report where it has one.</returns>
    private async Task<(bool Ended, string? ResultId)> EndAsync(
        ChannelConnection channel, string feedId, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var pause = _firstLook; time.GetElapsedTime(started) < _patience; pause = Longer(pause))
        {
            var feed = await feeds.GetAsync(channel, feedId, cancellationToken);
            if (WireText.Is(feed.ProcessingStatus, "DONE"))
            {
                return (true, feed.ResultFeedDocumentId);
            }

            if (WireText.Is(feed.ProcessingStatus, "FATAL") || WireText.Is(feed.ProcessingStatus, "CANCELLED"))
            {
                return (true, null);
            }

            await pauses.SleepAsync(pause, "Amazon makes the papers of a parcel", NoWaits.Instance, cancellationToken);
        }

        return (false, null);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < _longestPause ? pause * 2 : _longestPause;

    /// <summary>Amazon's EasyShipDocument.xsd.</summary>
    private static byte[] Feed(ChannelConnection channel, string orderId, EasyShipDocument document)
    {
        var feed = new XDocument(
            new XElement(
                "AmazonEnvelope",
                new XElement(
                    "Header",
                    new XElement("DocumentVersion", "1.01"),
                    new XElement("MerchantIdentifier", channel.SellerId)),
                new XElement("MessageType", "EasyShipDocument"),
                new XElement(
                    "Message",
                    new XElement("MessageID", 1),
                    new XElement(
                        "EasyShipDocument",
                        new XElement("AmazonOrderID", orderId),
                        new XElement("DocumentType", document.ToString())))));
        using var stream = new MemoryStream();
        feed.Save(stream);
        return stream.ToArray();
    }

    /// <returns>Null where Amazon's report says that there are none.</returns>
    private static async Task<string?> ReportIdAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = FeedXml.Read(stream);
        return (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken))
            .Descendants()
            .FirstOrDefault(element => element.Name.LocalName == "DocumentReportReferenceID")
            ?.Value.Trim() is { Length: > 0 } id
                ? id
                : null;
    }
}
