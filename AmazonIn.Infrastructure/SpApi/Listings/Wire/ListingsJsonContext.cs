using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Listings.Wire;

/// <summary>Case-sensitive camelCase; unknown members are passed over; numbers may come as strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireListing))]
[JsonSerializable(typeof(WireListingPagination))]
[JsonSerializable(typeof(int))]
internal sealed partial class ListingsJsonContext : JsonSerializerContext;
