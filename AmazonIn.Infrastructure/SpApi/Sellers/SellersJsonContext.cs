using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Sellers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WireParticipations))]
internal sealed partial class SellersJsonContext : JsonSerializerContext;
