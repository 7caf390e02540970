using System.Buffers;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Documents;
using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>Applies a feed's messages and writes its processing report (schema version 2).</summary>
internal sealed class FeedProcessor(ListingEditor editor, DocumentStore documents)
{
    private const int WorthCompressing = 4096;

    public void Process(SellerAccount seller, Feed feed)
    {
        var issues = new List<FeedIssue>();
        var accepted = new List<string>();
        var seen = new HashSet<int>();
        seller.Listings.Use(catalog =>
        {
            foreach (var message in feed.Messages)
            {
                var found = Handle(catalog, message, seen, feed.Times.Ended);
                issues.AddRange(found);
                message.Logged.Status = found.Count > 0 ? "INVALID" : "ACCEPTED";
                if (found.Count == 0)
                {
                    accepted.Add(message.Sku!);
                }
            }
        });

        var report = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(report, Answer.WriterOptions))
        {
            WriteReport(json, seller, feed, issues, accepted);
        }

        var bytes = report.WrittenMemory.ToArray();
        var document = new StoredDocument(
            $"amzn1.tortuga.4.eu.{Guid.NewGuid()}",
            seller.Id,
            "application/json; charset=UTF-8")
        {
            Gzip = bytes.Length > WorthCompressing,
            WriteAsync = (output, cancellation) => output.WriteAsync(bytes, cancellation).AsTask(),
        };
        documents.Put(document);
        feed.ResultDocumentId = document.Id;
    }

    private List<FeedIssue> Handle(ListingCatalog catalog, FeedMessage message, HashSet<int> seen, DateTimeOffset now)
    {
        if (message.MessageId is not { } messageId || messageId < 1 || !seen.Add(messageId))
        {
            return [Refuse(message, "4000000", "messageId must be a positive number that occurs once in the feed.")];
        }

        if (string.IsNullOrEmpty(message.Sku))
        {
            return [Refuse(message, "4000000", "sku is required.")];
        }

        List<ListingPatch> patches;
        try
        {
            patches = FeedReader.PatchesOf(message);
        }
        catch (ApiException exception)
        {
            return [Refuse(message, "4000000", exception.Error.Message)];
        }

        var listing = catalog.Find(message.Sku);
        var issues = ListingEditor.Judge(listing, patches)
            .ConvertAll(issue => new FeedIssue(
                messageId,
                message.Sku,
                issue.Code,
                issue.Severity,
                issue.Message,
                issue.AttributeNames.FirstOrDefault()));
        if (issues.Count == 0 && listing is not null)
        {
            if (message.OperationType == "DELETE")
            {
                catalog.Remove(listing);
            }
            else
            {
                editor.Apply(catalog, listing, patches, now);
            }
        }

        return issues;
    }

    private static FeedIssue Refuse(FeedMessage message, string code, string text) =>
        new(message.MessageId, message.Sku, code, "ERROR", text, null);

    private static void WriteReport(
        Utf8JsonWriter json,
        SellerAccount seller,
        Feed feed,
        List<FeedIssue> issues,
        List<string> accepted)
    {
        json.WriteStartObject();
        json.WriteStartObject("header");
        json.WriteString("sellerId", seller.Id);
        json.WriteString("version", "2.0");
        json.WriteString("feedId", feed.Id);
        if (feed.IncludedData.Count > 0)
        {
            json.WriteStartObject("report");
            json.WriteTexts("includedData", feed.IncludedData);
            json.WriteString("apiVersion", "2021-08-01");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteIssues(json, issues);
        var invalid = feed.Messages.Count - accepted.Count;
        json.WriteStartObject("summary");
        json.WriteNumber("errors", issues.Count);
        json.WriteNumber("warnings", 0);
        json.WriteNumber("messagesProcessed", feed.Messages.Count);
        json.WriteNumber("messagesAccepted", accepted.Count);
        json.WriteNumber("messagesInvalid", invalid);
        var listed = feed.IncludedData.Count > 0 ? Listed(seller, accepted) : [];
        if (feed.IncludedData.Count > 0)
        {
            json.WriteStartObject("itemSummary");
            json.WriteNumber("items", listed.Count);
            json.WriteNumber("errors", listed.Sum(listing => listing.Issues.Count));
            json.WriteNumber("warnings", 0);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (listed.Count > 0)
        {
            json.WriteStartArray("items");
            seller.Listings.Use(_ => listed.ForEach(listing => ListingJson.Write(json, listing, feed.IncludedData)));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static List<Listing> Listed(SellerAccount seller, List<string> skus) =>
        seller.Listings.Use(catalog =>
            skus.Distinct(StringComparer.Ordinal).Select(catalog.Find).OfType<Listing>().ToList());

    private static void WriteIssues(Utf8JsonWriter json, List<FeedIssue> issues)
    {
        json.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            if (issue.MessageId is > 0 and var messageId)
            {
                json.WriteNumber("messageId", messageId);
            }

            if (!string.IsNullOrEmpty(issue.Sku))
            {
                json.WriteString("sku", issue.Sku);
            }

            json.WriteString("code", issue.Code);
            json.WriteString("severity", issue.Severity);
            json.WriteString("message", issue.Message);
            json.WriteTextIfAny("attributeName", issue.AttributeName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
