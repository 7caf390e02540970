using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Orders;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(OrderReadPlace))]
internal sealed partial class OrderReadPlaceJsonContext : JsonSerializerContext;
