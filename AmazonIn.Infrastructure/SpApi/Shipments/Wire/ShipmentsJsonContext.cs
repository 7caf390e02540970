using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Shipments.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireConfirmation))]
[JsonSerializable(typeof(WireShippedOrder))]
internal sealed partial class ShipmentsJsonContext : JsonSerializerContext;
