using System.Text.Json.Serialization;
using AmazonIn.Domain.Orders;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>How flags are written: short names, so that thousands of them stay small.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderFlag[]))]
internal sealed partial class OrderFlagsJson : JsonSerializerContext;
