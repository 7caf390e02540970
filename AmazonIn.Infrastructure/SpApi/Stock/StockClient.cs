using System.Net.Http.Headers;
using System.Text.Json;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Listings;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Stock;

/// <summary>What of Listings Items API 2021-08-01 reads and writes quantities.</summary>
internal sealed class StockClient(SpApiSender sender, SpApiCalls calls, SpApiEndpoints endpoints)
{
    private const string Path = "/listings/2021-08-01/items";

    private const string Subject = "quantities";

    /// <summary>So short that one listing in trouble does not hold up the others; the outbox tries again later.</summary>
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(20);

    public Task<T> GetAsync<T>(
        ChannelConnection channel,
        string sku,
        IEnumerable<string> datasets,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken) => SendAsync(
            channel,
            HttpMethod.Get,
            Item(channel, sku).Add("includedData", datasets),
            null,
            UsagePlans.GetListingsItem,
            read,
            cancellationToken);

    /// <summary>At most 20 listings, none with a comma in its SKU.</summary>
    public Task<IReadOnlyList<(string Sku, T Value)>> SearchAsync<T>(
        ChannelConnection channel,
        IReadOnlyCollection<string> skus,
        IEnumerable<string> datasets,
        Func<string, JsonElement, T> read,
        CancellationToken cancellationToken) => SendAsync<IReadOnlyList<(string, T)>>(
            channel,
            HttpMethod.Get,
            new QueryText($"{Path}/{QueryText.Segment(channel.SellerId)}")
                .Add("marketplaceIds", [channel.Marketplace.Id])
                .Add("includedData", datasets)
                .Add("pageSize", ListingsClient.PageSize)
                .Add("identifiersType", "SKU")
                .Add("identifiers", skus),
            null,
            UsagePlans.SearchListingsItems,
            page => page.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Select(item => (SkuOf(item), read(SkuOf(item), item)))]
                : throw new JsonException("The answer has no items."),
            cancellationToken);

    /// <summary>Replaces the availability of one listing. Amazon answers a refusal with status 200 as well.</summary>
    public Task<StockAnswer> PatchAsync(
        ChannelConnection channel, ListedAvailability listed, int quantity, CancellationToken cancellationToken) =>
        SendAsync(
            channel,
            HttpMethod.Patch,
            Item(channel, listed.Sku).Add("issueLocale", "en_IN"),
            StockJson.Patch(listed, quantity),
            UsagePlans.PatchListingsItem,
            Answer,
            cancellationToken);

    private static StockAnswer Answer(JsonElement body)
    {
        var status = Text(body, "status") ?? throw new JsonException("The answer has no status.");
        var submission = Text(body, "submissionId");
        return WireText.Is(status, "ACCEPTED")
            ? new StockAnswer(null, submission)
            : new StockAnswer(StockJson.Reason(body) ?? $"Amazon answered {SafeText.Of(status, 40)} without a reason.", submission);
    }

    private static QueryText Item(ChannelConnection channel, string sku) =>
        new QueryText($"{Path}/{QueryText.Segment(channel.SellerId)}/{QueryText.Segment(sku)}")
            .Add("marketplaceIds", [channel.Marketplace.Id]);

    private static string SkuOf(JsonElement item) => Text(item, "sku") ?? throw new JsonException("A listing has no SKU.");

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private Task<T> SendAsync<T>(
        ChannelConnection channel,
        HttpMethod method,
        QueryText query,
        byte[]? body,
        UsagePlan plan,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken)
    {
        var address = new Uri(endpoints.Of(channel.Marketplace), query.ToString());
        return sender.SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(method, address);
                if (body is not null)
                {
                    request.Content = new ByteArrayContent(body);
                    request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                }

                return request;
            },
            calls.Of(channel, plan, Subject, NoWaits.Instance) with { Budget = _budget },
            answer =>
            {
                using var document = JsonDocument.Parse(JsonTextRepair.Repair(answer, out _));
                return read(document.RootElement);
            },
            cancellationToken);
    }
}
