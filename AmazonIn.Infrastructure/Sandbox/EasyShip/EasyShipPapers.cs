using System.Xml;
using System.Xml.Linq;
using System.Text;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Documents;
using AmazonIn.Infrastructure.Sandbox.Feeds;
using AmazonIn.Infrastructure.Sandbox.Reports;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>
/// Works off POST_EASYSHIP_DOCUMENTS: the processing report names a report, whose document is the PDF. That report holds
/// the recipient, so it opens for a restricted token only.
/// </summary>
internal sealed class EasyShipPapers(DocumentStore documents)
{
    public void Process(SellerAccount seller, Feed feed)
    {
        var result = new StoredDocument($"amzn1.tortuga.4.eu.{Guid.NewGuid()}", seller.Id, "text/xml")
        {
            WriteAsync = Writing(Encoding.UTF8.GetBytes(Report(seller, feed).ToString())),
        };
        documents.Put(result);
        feed.ResultDocumentId = result.Id;
    }

    private XElement Report(SellerAccount seller, Feed feed)
    {
        var (orderId, types) = Read(feed.Upload);
        var parcel = seller.EasyShip.Find(orderId ?? "");
        var report = new XElement("EasyShipProcessingReport", new XElement("FeedSubmissionID", feed.Id));
        if (parcel is null || types.Count == 0 || seller.Orders.Find(parcel.OrderId) is not { } order)
        {
            report.Add(
                new XElement("MessagesWithError", 1),
                new XElement("ErrorMessage", new XElement("ErrorCode", "610010"), new XElement("ErrorMessage", "The order has no scheduled package.")));
            return report;
        }

        var paper = new StoredDocument($"amzn1.spdoc.1.4.eu.{Guid.NewGuid()}", seller.Id, "application/pdf")
        {
            WriteAsync = Writing(PaperPdf.Of(Lines(order.ToJson(), parcel, types))),
        };
        documents.Put(paper);
        var made = new Report(
            seller.Reports.NextId(), ReportTypes.EasyShipDocuments, new ProcessingTimes(feed.Times.Ended, TimeSpan.Zero))
        {
            MarketplaceIds = feed.MarketplaceIds,
            DataStart = feed.Times.Created,
            DataEnd = feed.Times.Ended,
            DocumentId = paper.Id,
        };
        seller.Reports.Add(made);
        report.Add(new XElement("MessagesSuccessful", 1), new XElement("DocumentReportReferenceID", made.Id));
        return report;
    }

    private static (string? OrderId, List<string> Types) Read(byte[] upload)
    {
        try
        {
            using var stream = new MemoryStream(upload);
            var message = XDocument.Load(stream).Descendants("EasyShipDocument").FirstOrDefault();
            return (
                message?.Element("AmazonOrderID")?.Value,
                [.. (message?.Elements("DocumentType") ?? []).Select(type => type.Value)]);
        }
        catch (XmlException)
        {
            return (null, []);
        }
    }

    private static List<string> Lines(JsonElement order, ScheduledParcel parcel, List<string> types)
    {
        var address = order.Member("recipient").Member("deliveryAddress");
        List<string?> lines =
        [
            "Amazon Easy Ship (demo)",
            string.Join(" + ", types),
            $"Order {parcel.OrderId}",
            $"Tracking {parcel.TrackingId}",
            $"Package {parcel.Identifier}",
            types.Contains("Invoice") ? $"Invoice {parcel.InvoiceNumber}" : null,
            "",
            "Deliver to",
            address.Text("name"),
            address.Text("addressLine1"),
            address.Text("addressLine2"),
            $"{address.Text("city")} {address.Text("postalCode")}",
            address.Text("stateOrRegion"),
            "",
            .. order.Items("orderItems").Select(item => $"{item.Number("quantityOrdered")} x {item.Member("product").Text("sellerSku")}"),
        ];
        return [.. lines.OfType<string>()];
    }

    private static Func<Stream, CancellationToken, Task> Writing(byte[] bytes) =>
        (output, cancellation) => output.WriteAsync(bytes, cancellation).AsTask();
}
