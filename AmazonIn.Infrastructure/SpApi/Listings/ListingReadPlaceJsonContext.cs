using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Listings;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ListingReadPlace))]
internal sealed partial class ListingReadPlaceJsonContext : JsonSerializerContext;
