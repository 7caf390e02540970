using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Orders.Wire;

/// <summary>Case-sensitive camelCase; unknown members are passed over; numbers may come as strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WireOrder))]
[JsonSerializable(typeof(WirePagination))]
[JsonSerializable(typeof(DateTimeOffset?))]
internal sealed partial class OrdersJsonContext : JsonSerializerContext;
