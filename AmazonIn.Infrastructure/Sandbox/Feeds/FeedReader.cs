using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Control;
using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>Reads an uploaded JSON listings feed and unrolls it into the log of what was received.</summary>
internal sealed class FeedReader(ReceivedLog received)
{
    private const int MostMessages = 25_000;

    /// <summary>A feed that cannot be read as a whole is fatal; what is wrong with one message is not.</summary>
    public Feed Read(
        SellerAccount seller,
        string feedId,
        byte[] upload,
        ProcessingTimes times,
        List<string> marketplaceIds)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(upload);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return Fatal(feedId, times, marketplaceIds);
        }

        var header = root.Member("header");
        var messages = root.Items("messages");
        if (header.Text("sellerId") != seller.Id
            || header.Text("version") != "2.0"
            || messages.Count is < 1 or > MostMessages)
        {
            return Fatal(feedId, times, marketplaceIds);
        }

        return new Feed(feedId, FeedTypes.JsonListings, times)
        {
            MarketplaceIds = marketplaceIds,
            Messages = [.. messages.Select(message => Unroll(seller, feedId, message, times.Created))],
            IncludedData = IncludedData(header),
        };
    }

    public static Feed Fatal(
        string feedId,
        ProcessingTimes times,
        List<string> marketplaceIds,
        string type = FeedTypes.JsonListings) =>
        new(feedId, type, times) { MarketplaceIds = marketplaceIds, Messages = [], IsFatal = true };

    /// <exception cref="ApiException">The message has no readable change.</exception>
    public static List<ListingPatch> PatchesOf(FeedMessage message) => message.OperationType switch
    {
        "PATCH" => ListingPatch.ReadAll(message.Body),
        "UPDATE" or "PARTIAL_UPDATE" => ListingPatch.FromAttributes(message.Body),
        "DELETE" => [],
        _ => throw ApiException.InvalidInput("operationType must be UPDATE, PARTIAL_UPDATE, PATCH or DELETE."),
    };

    private FeedMessage Unroll(SellerAccount seller, string feedId, JsonElement body, DateTimeOffset now)
    {
        var messageId = body.Number("messageId");
        var sku = body.Text("sku");
        var operation = body.Text("operationType");
        var (quantity, channelCode) = QuantityOf(body, operation);
        var push = new ReceivedPush
        {
            Kind = quantity is null ? ReceivedPush.Listing : ReceivedPush.Stock,
            At = now,
            SellerId = seller.Id,
            Sku = sku,
            Quantity = quantity,
            ChannelCode = channelCode,
            FeedId = feedId,
            MessageId = messageId,
            Status = "QUEUED",
            Body = body,
        };
        received.Add(push);
        return new FeedMessage(messageId, sku, operation, body) { Logged = push };
    }

    private static (int? Quantity, string? ChannelCode) QuantityOf(JsonElement body, string? operation)
    {
        try
        {
            return ListingEditor.PushedQuantity(
                operation == "PATCH" ? ListingPatch.ReadAll(body) : ListingPatch.FromAttributes(body));
        }
        catch (ApiException)
        {
            // What is wrong with it stands in the processing report; the log keeps the body as it came.
            return (null, null);
        }
    }

    private static List<string> IncludedData(JsonElement header) =>
    [
        .. header.Member("report").Items("includedData")
            .Select(name => name.ToString())
            .Where(ListingDatasets.All.Contains),
    ];
}
