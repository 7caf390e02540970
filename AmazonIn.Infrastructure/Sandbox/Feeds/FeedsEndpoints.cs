using AmazonIn.Infrastructure.Sandbox.Documents;
using AmazonIn.Infrastructure.Sandbox.Quotas;
using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>The Feeds API 2021-06-30.</summary>
internal sealed class FeedsEndpoints(
    MarketplaceClock clock,
    TimeSpan processingStep,
    bool limited,
    FeedReader reader,
    DocumentStore documents,
    DocumentLink links,
    Signer signer)
{
    public void Map(ApiRoutes routes)
    {
        routes.Map("POST", "/feeds/2021-06-30/documents", UsagePlan.CreateFeedDocument, CreateDocumentAsync);
        routes.Map("GET", "/feeds/2021-06-30/documents/{feedDocumentId}", UsagePlan.GetFeedDocument, DocumentAsync);
        routes.Map("POST", "/feeds/2021-06-30/feeds", UsagePlan.CreateFeed, CreateAsync);
        routes.Map("GET", "/feeds/2021-06-30/feeds", UsagePlan.GetFeeds, ListAsync);
        routes.Map("GET", "/feeds/2021-06-30/feeds/{feedId}", UsagePlan.GetFeed, GetAsync);
        routes.Map("DELETE", "/feeds/2021-06-30/feeds/{feedId}", UsagePlan.CancelFeed, CancelAsync);
    }

    private async Task CreateDocumentAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        var document = new StoredDocument(
            $"amzn1.tortuga.4.eu.{Guid.NewGuid()}",
            call.Seller.Id,
            JobBody.Text(body, "contentType"));
        documents.Put(document);
        var url = links.Make(call.BaseAddress, "PUT", document.Id, document.ContentType);
        await call.AnswerAsync(201, json =>
        {
            json.WriteStartObject();
            json.WriteString("feedDocumentId", document.Id);
            json.WriteString("url", url);
            json.WriteEndObject();
        });
    }

    private async Task CreateAsync(ApiCall call)
    {
        var body = await call.ReadObjectAsync();
        var type = JobBody.Text(body, "feedType");
        var documentId = JobBody.Text(body, "inputFeedDocumentId");
        var marketplaceIds = JobBody.MarketplaceIds(body, call.Seller);
        if (type is not (FeedTypes.JsonListings or FeedTypes.EasyShipDocuments) && !FeedTypes.Retired.Contains(type))
        {
            throw ApiException.InvalidInput($"The feed type {type} is not supported.");
        }

        if (documents.Find(documentId, call.Seller.Id)?.Uploaded is not { } upload)
        {
            throw ApiException.InvalidInput("inputFeedDocumentId names no document that was uploaded.");
        }

        var now = clock.Now;
        if (limited && type == FeedTypes.JsonListings && !call.Seller.FeedDesk.HasRoom(now))
        {
            throw new ApiException(ApiError.QuotaExceeded);
        }

        var id = call.Seller.FeedDesk.Feeds.NextId();
        var times = new ProcessingTimes(now, processingStep);
        call.Seller.FeedDesk.Add(type switch
        {
            FeedTypes.JsonListings => reader.Read(call.Seller, id, upload, times, marketplaceIds),
            FeedTypes.EasyShipDocuments => new Feed(id, type, times)
            {
                MarketplaceIds = marketplaceIds,
                Messages = [],
                Upload = upload,
            },
            _ => FeedReader.Fatal(id, times, marketplaceIds, type),
        });
        await call.AnswerAsync(202, json =>
        {
            json.WriteStartObject();
            json.WriteString("feedId", id);
            json.WriteEndObject();
        });
    }

    private Task GetAsync(ApiCall call)
    {
        var feed = Find(call);
        return call.AnswerAsync(200, json => feed.WriteTo(json, clock.Now));
    }

    private Task CancelAsync(ApiCall call)
    {
        var feed = Find(call);
        if (feed.StatusAt(clock.Now) != ProcessingStatus.InQueue)
        {
            throw ApiException.InvalidInput("Only feeds with processingStatus IN_QUEUE can be cancelled.");
        }

        feed.CancelledByCaller = true;
        call.Http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    private Task ListAsync(ApiCall call)
    {
        var query = JobQuery.Read(call, "feedTypes", signer, clock.Now);
        var (page, next) = query.Page(
            call.Seller.FeedDesk.Feeds.Newest(),
            feed => feed.Type,
            feed => feed.StatusAt(clock.Now),
            feed => feed.MarketplaceIds,
            feed => feed.Times.Created);
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("feeds");
            page.ForEach(feed => feed.WriteTo(json, clock.Now));
            json.WriteEndArray();
            if (next is not null)
            {
                json.WriteString("nextToken", next);
            }

            json.WriteEndObject();
        });
    }

    private Task DocumentAsync(ApiCall call) =>
        documents.Find(call.RouteValue("feedDocumentId"), call.Seller.Id) is { WriteAsync: not null } document
            ? DocumentAnswer.WriteAsync(call, "feedDocumentId", document, links)
            : throw new ApiException(ApiError.NotFound("There is no such feed document."));

    private static Feed Find(ApiCall call) =>
        call.Seller.FeedDesk.Feeds.Find(call.RouteValue("feedId"))
        ?? throw new ApiException(ApiError.NotFound("There is no such feed."));
}
