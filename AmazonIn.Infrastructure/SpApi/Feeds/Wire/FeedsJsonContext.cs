using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Feeds.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireFeedDocumentRequest))]
[JsonSerializable(typeof(WireFeedDocument))]
[JsonSerializable(typeof(WireFeedRequest))]
[JsonSerializable(typeof(WireFeedCreated))]
[JsonSerializable(typeof(WireFeed))]
[JsonSerializable(typeof(WireFeedReport))]
internal sealed partial class FeedsJsonContext : JsonSerializerContext;
